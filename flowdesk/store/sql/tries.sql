-- name: start_try(run, task, map_index, number, state, log, rendered, fingerprint, now)*!
INSERT INTO tries (run, task, map_index, number, state, log, rendered, fingerprint, started_at)
VALUES (:run, :task, :map_index, :number, :state, :log, :rendered, :fingerprint, :now);

-- name: record_pid(run, task, map_index, number, pid)*!
UPDATE tries SET pid = :pid
WHERE run = :run AND task = :task AND map_index = :map_index AND number = :number;

-- name: finish_try(run, task, map_index, number, state, reason, exit_code, signal, pid, cached_from, now)*!
UPDATE tries
SET
    state = :state, reason = :reason, exit_code = :exit_code, signal_name = :signal,
    pid = COALESCE(:pid, pid), cached_from = :cached_from, finished_at = CASE WHEN :now < started_at THEN started_at ELSE :now END
WHERE run = :run AND task = :task AND map_index = :map_index AND number = :number;

-- name: tries_of_run(run)
SELECT
    task, number, state, reason, exit_code, signal_name, pid, log, started_at, finished_at,
    map_index, rendered, fingerprint, cached_from
FROM tries
WHERE run = :run
ORDER BY started_at, task, map_index, number;

-- name: tries_of_task(run, task, low, high)
SELECT
    task, number, state, reason, exit_code, signal_name, pid, log, started_at, finished_at,
    map_index, rendered, fingerprint, cached_from
FROM tries
WHERE run = :run AND task = :task AND map_index BETWEEN :low AND :high
ORDER BY map_index, number;

-- name: running_tries(run)
SELECT tries.task, tries.map_index, tries.number, tasks.failures
FROM tries
JOIN tasks ON tasks.run = tries.run AND tasks.task = tries.task AND tasks.map_index = tries.map_index
WHERE tries.run = :run AND tries.state = 'running'
ORDER BY tries.started_at, tries.task, tries.map_index;

-- name: cached_try(path, task, map_index, fingerprint)
-- Only the try by which its task stands: not that of one cleared or marked since.
SELECT
    runs.id, tries.task, tries.number, tries.state, tries.reason, exit_code, signal_name, pid, log, tries.started_at, tries.finished_at,
    tries.map_index, rendered, fingerprint, cached_from
FROM tries
JOIN runs ON runs.number = tries.run
JOIN tasks ON tasks.run = tries.run AND tasks.task = tries.task AND tasks.map_index = tries.map_index
WHERE
    tries.fingerprint = :fingerprint AND tries.task = :task AND tries.map_index = :map_index
    AND tries.state = 'success' AND tasks.state = 'success' AND tasks.tries = tries.number
    AND runs.path = :path
ORDER BY tries.run DESC
LIMIT 1;
