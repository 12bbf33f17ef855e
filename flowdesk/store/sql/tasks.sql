-- name: add_tasks*!
INSERT INTO tasks (run, task, position, state, tries)
VALUES (:run, :task, :position, :state, 0);

-- name: start_task(run, task, map_index, state, number, now)!
UPDATE tasks
SET
    state = :state, tries = :number, reason = NULL, retry_at = NULL,
    started_at = COALESCE(started_at, :now), finished_at = NULL
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: end_task(run, task, map_index, state, reason, failures, retry_at, finished_at)!
-- The greater of two times, here and elsewhere: what another engine began may lie ahead of this clock.
UPDATE tasks
SET
    state = :state, reason = :reason, failures = :failures, retry_at = :retry_at,
    finished_at = MAX(:finished_at, COALESCE(started_at, :finished_at))
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: move_task(run, task, map_index, state, reason, failures, finished_at)!
UPDATE tasks
SET
    state = :state, reason = :reason, failures = COALESCE(:failures, failures), retry_at = NULL,
    finished_at = MAX(:finished_at, COALESCE(started_at, :finished_at))
WHERE run = :run AND task = :task AND map_index = :map_index;

-- name: clear_task(run, task, map_index, state, reason, failures)!
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

-- name: add_mapped_tasks(run, task, count, waiting, removed)!
-- Those that are there already stay as they are; one that an earlier expansion removed waits again.
WITH RECURSIVE made (map_index) AS (
    SELECT 0 WHERE :count > 0
    UNION ALL
    SELECT map_index + 1 FROM made WHERE map_index + 1 < :count
)
INSERT INTO tasks (run, task, map_index, position, state, tries)
SELECT tasks.run, tasks.task, made.map_index, tasks.position, :waiting, 0
FROM made CROSS JOIN tasks
WHERE tasks.run = :run AND tasks.task = :task AND tasks.map_index = -1
ON CONFLICT (run, task, map_index) DO UPDATE SET state = :waiting, reason = NULL WHERE state = :removed;

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
