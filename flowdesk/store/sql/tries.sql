-- name: start_try(run, task, number, state, log, pid, now)!
INSERT INTO tries (run, task, number, state, log, pid, started_at)
VALUES (:run, :task, :number, :state, :log, :pid, :now);

-- name: record_pid(run, task, number, pid)!
UPDATE tries SET pid = :pid
WHERE run = :run AND task = :task AND map_index = -1 AND number = :number;

-- name: finish_try(run, task, number, state, reason, exit_code, signal, now)!
UPDATE tries
SET state = :state, reason = :reason, exit_code = :exit_code, signal_name = :signal, finished_at = :now
WHERE run = :run AND task = :task AND map_index = -1 AND number = :number;

-- name: tries_of_run(run)
SELECT task, number, state, reason, exit_code, signal_name, pid, log, started_at, finished_at
FROM tries
WHERE run = :run
ORDER BY started_at, task, number;

-- name: tries_of_task(run, task)
SELECT task, number, state, reason, exit_code, signal_name, pid, log, started_at, finished_at
FROM tries
WHERE run = :run AND task = :task
ORDER BY number;
