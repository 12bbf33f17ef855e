-- name: create_run(id, pipeline, path, definition, state, now)<!
INSERT INTO runs (id, pipeline, path, definition, state, started_at)
VALUES (:id, :pipeline, :path, :definition, :state, :now);

-- name: finish_run(run, state, reason, now)!
UPDATE runs SET state = :state, reason = :reason, finished_at = :now
WHERE number = :run;

-- name: number_of_run(id)$
SELECT number FROM runs WHERE id = :id;

-- name: run_by_number(number)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.number = :number;

-- name: runs_by_id(low, high, limit)
-- Ids from low up to, not including, high.
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.id >= :low AND runs.id < :high
ORDER BY runs.id
LIMIT :limit;

-- name: newest_runs(limit)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
ORDER BY runs.number DESC
LIMIT :limit;

-- name: newest_runs_of_path(path, limit)
SELECT
    id, number, pipeline, path, definition, state, reason, started_at, finished_at,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.path = :path
ORDER BY runs.number DESC
LIMIT :limit;
