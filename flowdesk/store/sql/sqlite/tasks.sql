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
