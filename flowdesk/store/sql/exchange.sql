-- name: answered_requests(run)
SELECT id, kind, task, data, requested_at, answer, answered_at
FROM requests
WHERE run = :run AND answer IS NOT NULL
ORDER BY id;

-- name: import_tasks*!
INSERT INTO tasks (
    run, task, map_index, position, state, tries, reason, started_at, finished_at,
    failures, retry_at, expanded
)
VALUES (
    :run, :task, :map_index, :position, :state, :tries, :reason, :started_at, :finished_at,
    :failures, :retry_at, :expanded
);

-- name: import_tries*!
INSERT INTO tries (
    run, task, map_index, number, state, reason, exit_code, signal_name, pid, log,
    started_at, finished_at, rendered, cached_from
)
VALUES (
    :run, :task, :map_index, :number, :state, :reason, :exit_code, :signal, :pid, :log,
    :started_at, :finished_at, :rendered, :cached_from
);

-- name: import_pulls*!
INSERT INTO pulls (
    run, task, map_index, try_number, argument, position,
    source_task, source_map_index, xcom_key, source_try, source_run, pulled_at
)
VALUES (
    :run, :task, :map_index, :try_number, :argument, :position,
    :source_task, :source_map_index, :key, :source_try, :source_run, :pulled_at
);

-- name: note_import(run, now)!
INSERT INTO imports (run, imported_at) VALUES (:run, :now);

-- name: forget_import(run)!
DELETE FROM imports WHERE run = :run;

-- name: imports_of_run(run)
SELECT imported_at FROM imports WHERE run = :run;

-- name: imported_runs()
SELECT run FROM imports;
