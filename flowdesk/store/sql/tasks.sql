-- name: add_tasks*!
INSERT INTO tasks (run, task, position, state, tries)
VALUES (:run, :task, :position, :state, 0);

-- name: start_task(run, task, state, number, now)!
UPDATE tasks
SET state = :state, tries = :number, reason = NULL, started_at = COALESCE(started_at, :now), finished_at = NULL
WHERE run = :run AND task = :task AND map_index = -1;

-- name: move_task(run, task, state, reason, finished_at)!
UPDATE tasks SET state = :state, reason = :reason, finished_at = :finished_at
WHERE run = :run AND task = :task AND map_index = -1;

-- name: tasks_of_run(run)
SELECT task, state, tries, reason, started_at, finished_at
FROM tasks
WHERE run = :run
ORDER BY position, map_index;
