-- name: run_to_copy(run)^
SELECT
    id, pipeline, path, definition, state, reason, started_at, finished_at, logical_date, params, parent, paused
FROM runs
WHERE number = :run;

-- name: definition_to_copy(hash)^
SELECT hash, plan, source FROM definitions WHERE hash = :hash;

-- name: tasks_to_copy(run)
SELECT
    task, map_index, position, state, tries, reason, started_at, finished_at, failures, retry_at, expanded
FROM tasks
WHERE run = :run
ORDER BY position, task, map_index;

-- name: tries_to_copy(run)
SELECT
    task, map_index, number, state, reason, exit_code, signal_name, pid, log, started_at, finished_at,
    rendered, fingerprint, cached_from
FROM tries
WHERE run = :run
ORDER BY task, map_index, number;

-- name: values_to_copy(run)
SELECT seq, task, map_index, try_number, xcom_key, type, value, secret, pushed_at
FROM xcoms
WHERE run = :run
ORDER BY seq;

-- name: pulls_to_copy(run)
SELECT
    task, map_index, try_number, argument, position, source_task, source_map_index, xcom_key,
    source_try, source_run, pulled_at
FROM pulls
WHERE run = :run
ORDER BY task, map_index, try_number, argument, position;

-- name: events_to_copy(run)
SELECT seq, happened_at, kind, task, map_index, try_number, data
FROM events
WHERE run = :run
ORDER BY seq;

-- name: requests_to_copy(run)
SELECT id, kind, task, data, requested_at, answer, answered_at
FROM requests
WHERE run = :run
ORDER BY id;

-- name: copy_end_of_run(run, state, reason, finished_at, paused)!
UPDATE runs SET state = :state, reason = :reason, finished_at = :finished_at, paused = :paused
WHERE number = :run;

-- name: copy_tasks*!
INSERT INTO tasks (
    run, task, map_index, position, state, tries, reason, started_at, finished_at, failures, retry_at, expanded
)
VALUES (
    :run, :task, :map_index, :position, :state, :tries, :reason, :started_at, :finished_at,
    :failures, :retry_at, :expanded
);

-- name: copy_tries*!
INSERT INTO tries (
    run, task, map_index, number, state, reason, exit_code, signal_name, pid, log, started_at, finished_at,
    rendered, fingerprint, cached_from
)
VALUES (
    :run, :task, :map_index, :number, :state, :reason, :exit_code, :signal_name, :pid, :log, :started_at,
    :finished_at, :rendered, :fingerprint, :cached_from
);

-- name: copy_values*!
INSERT INTO xcoms (seq, run, task, map_index, try_number, xcom_key, type, value, secret, pushed_at)
VALUES (:seq, :run, :task, :map_index, :try_number, :xcom_key, :type, :value, :secret, :pushed_at);

-- name: copy_pulls*!
INSERT INTO pulls (
    run, task, map_index, try_number, argument, position, source_task, source_map_index, xcom_key,
    source_try, source_run, pulled_at
)
VALUES (
    :run, :task, :map_index, :try_number, :argument, :position, :source_task, :source_map_index, :xcom_key,
    :source_try, :source_run, :pulled_at
);

-- name: counts_of_run(run)^
SELECT
    (SELECT count(*) FROM tasks WHERE run = :run),
    (SELECT count(*) FROM tries WHERE run = :run),
    (SELECT count(*) FROM xcoms WHERE run = :run),
    (SELECT count(*) FROM pulls WHERE run = :run),
    (SELECT count(*) FROM events WHERE run = :run),
    (SELECT count(*) FROM requests WHERE run = :run),
    (SELECT count(*) FROM group_retries WHERE run = :run),
    (SELECT count(*) FROM edits WHERE run = :run);
