-- name: add_pulls*!
INSERT INTO pulls (run, task, try_number, argument, position, source_task, xcom_key, source_try, pulled_at)
VALUES (:run, :task, :number, :argument, :position, :source_task, :key, :source_try, :now);

-- name: pulls_of_run(run)
SELECT task, try_number, argument, position, source_task, xcom_key, source_try, pulled_at
FROM pulls
WHERE run = :run
ORDER BY task, map_index, try_number, argument, position;
