-- name: finish_run(run, state, reason, now)!
UPDATE runs SET state = :state, reason = :reason, finished_at = CASE WHEN :now < started_at THEN started_at ELSE :now END
WHERE number = :run;

-- name: resume_run(run, state)!
UPDATE runs SET state = :state, reason = NULL, finished_at = NULL
WHERE number = :run;

-- name: set_paused(run, paused)!
UPDATE runs SET paused = :paused
WHERE number = :run;

-- name: number_of_run(id)$
SELECT number FROM runs WHERE id = :id;

-- name: run_by_number(number)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.number = :number;

-- name: runs_by_id(low, high, limit)
-- Ids from low up to, not including, high.
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.id >= :low AND runs.id < :high
ORDER BY runs.id
LIMIT :limit;

-- name: newest_runs(limit)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
ORDER BY runs.number DESC
LIMIT :limit;

-- name: newest_runs_of_path(path, limit)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.path = :path
ORDER BY runs.number DESC
LIMIT :limit;

-- name: previous_run(path, before)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.path = :path AND runs.number < :before
ORDER BY runs.number DESC
LIMIT 1;

-- name: running_runs()
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.state = 'running'
ORDER BY runs.path, runs.number;

-- name: running_runs_of_path(path)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.path = :path AND runs.state = 'running'
ORDER BY runs.number;

-- name: runs_of_parent(parent)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    logical_date, params, parent, paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.parent = :parent
ORDER BY runs.number;

-- name: group_retries_of_run(run)
SELECT group_id, retries FROM group_retries WHERE run = :run;
