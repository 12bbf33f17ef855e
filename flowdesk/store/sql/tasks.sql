-- name: add_tasks*!
INSERT INTO tasks (run, task, position, state, tries)
VALUES (:run, :task, :position, :state, 0);

-- name: start_task(run, task, map_index, state, number, now)*!
UPDATE tasks
SET
    state = :state, tries = :number, reason = NULL, retry_at = NULL,
    started_at = COALESCE(started_at, :now), finished_at = NULL
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: end_task(run, task, map_index, state, reason, failures, retry_at, finished_at)*!
-- The greater of two times, here and elsewhere: what another engine began may lie ahead of this clock.
UPDATE tasks
SET
    state = :state, reason = :reason, failures = :failures, retry_at = :retry_at,
    finished_at = CASE WHEN :finished_at < started_at THEN started_at ELSE :finished_at END
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: move_task(run, task, map_index, state, reason, failures, finished_at)*!
UPDATE tasks
SET
    state = :state, reason = :reason, failures = COALESCE(:failures, failures), retry_at = NULL,
    finished_at = CASE WHEN :finished_at < started_at THEN started_at ELSE :finished_at END
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: clear_task(run, task, map_index, state, reason, failures)*!
UPDATE tasks
SET
    state = :state, reason = :reason, failures = COALESCE(:failures, failures), retry_at = NULL,
    started_at = NULL, finished_at = NULL, expanded = NULL
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: expand_task(run, task, state, count, now)!
UPDATE tasks
SET
    state = :state, reason = NULL, retry_at = NULL, expanded = :count,
    started_at = COALESCE(started_at, :now), finished_at = NULL
WHERE run = :run AND task = :task AND map_index = -1;

-- name: remove_mapped_tasks(run, task, count, removed)!
UPDATE tasks SET state = :removed, reason = NULL, retry_at = NULL
WHERE run = :run AND task = :task AND map_index >= :count;

-- name: tasks_of_run(run)
SELECT
    task, state, tries, reason, started_at, finished_at,
    map_index, failures, retry_at, expanded
FROM tasks
WHERE run = :run
ORDER BY position, map_index;
