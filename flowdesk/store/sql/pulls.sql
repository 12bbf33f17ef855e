-- name: add_pulls(run, task, map_index, number, argument, position, source_task, key, source_try, source_map_index, source_run, now)*!
INSERT INTO pulls (
    run, task, map_index, try_number, argument, position,
    source_task, source_map_index, xcom_key, source_try, source_run, pulled_at
)
VALUES (
    :run, :task, :map_index, :number, :argument, :position,
    :source_task, :source_map_index, :key, :source_try, :source_run, :now
);

-- name: pulls_of_run(run)
SELECT
    task, try_number, argument, position, source_task, xcom_key, source_try, pulled_at,
    map_index, source_map_index, source_run
FROM pulls
WHERE run = :run
ORDER BY task, map_index, try_number, argument, position;
