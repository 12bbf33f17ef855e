-- name: runs_to_list(path, before, limit)
SELECT
    runs.id, runs.number, runs.pipeline, runs.path, runs.definition, runs.state, runs.reason,
    runs.started_at, runs.finished_at, runs.logical_date, runs.params, runs.parent, runs.paused,
    outer_runs.number, imports.run,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM runs
LEFT JOIN leases ON leases.run = runs.number
LEFT JOIN runs AS outer_runs ON outer_runs.id = runs.parent
LEFT JOIN imports ON imports.run = runs.number
WHERE runs.path = :path AND runs.number < :before
ORDER BY runs.number DESC
LIMIT :limit;

-- name: count_of_runs(path)$
SELECT COUNT(*) FROM runs WHERE path = :path;

-- name: count_of_tasks(run)$
SELECT COUNT(*) FROM tasks WHERE run = :run AND map_index = -1;

-- name: count_of_tries(run)$
SELECT COUNT(*) FROM tries WHERE run = :run;

-- name: count_of_values(run)$
SELECT COUNT(*) FROM xcoms WHERE run = :run;

-- name: cells_of_runs(path, low, high)
SELECT
    tasks.run, tasks.task, tasks.state, tasks.tries, tasks.reason, tasks.started_at, tasks.finished_at,
    tasks.position, tries.cached_from
FROM runs
JOIN tasks ON tasks.run = runs.number AND tasks.map_index = -1
LEFT JOIN tries
    ON tries.run = tasks.run AND tries.task = tasks.task AND tries.map_index = -1 AND tries.number = tasks.tries
WHERE runs.path = :path AND runs.number BETWEEN :low AND :high;

-- name: mapped_states_of_runs(path, low, high)
SELECT tasks.run, tasks.task, tasks.state, COUNT(*)
FROM runs
JOIN tasks ON tasks.run = runs.number AND tasks.map_index >= 0
WHERE runs.path = :path AND runs.number BETWEEN :low AND :high
GROUP BY tasks.run, tasks.task, tasks.state;

-- name: task_over_runs(path, since, task)
SELECT tasks.run, tasks.state, tasks.tries, tasks.started_at, tasks.finished_at, tasks.reason
FROM runs
JOIN tasks ON tasks.run = runs.number AND tasks.task = :task AND tasks.map_index = -1
WHERE runs.path = :path AND runs.number >= :since
ORDER BY runs.number;

-- name: longest_tasks(path, since, limit)
SELECT tasks.task, SUM(tasks.finished_at - tasks.started_at) AS took
FROM runs
JOIN tasks ON tasks.run = runs.number AND tasks.map_index = -1
WHERE runs.path = :path AND runs.number >= :since AND tasks.finished_at > tasks.started_at
GROUP BY tasks.task
ORDER BY took DESC, tasks.task
LIMIT :limit;

-- name: time_in_tasks(path, since)
SELECT tasks.run, SUM(tasks.finished_at - tasks.started_at)
FROM runs
JOIN tasks ON tasks.run = runs.number AND tasks.map_index = -1
WHERE runs.path = :path AND runs.number >= :since AND tasks.finished_at > tasks.started_at
GROUP BY tasks.run;

-- name: edited_tasks_of_runs(path, low, high)
SELECT DISTINCT edits.run, edits.task
FROM runs
JOIN edits ON edits.run = runs.number AND edits.is_current = 1
WHERE runs.path = :path AND runs.number BETWEEN :low AND :high;

-- name: key_over_runs(path, since, task, low, high, key)
SELECT
    runs.id, xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM runs
JOIN xcoms ON xcoms.run = runs.number
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE
    runs.path = :path AND runs.number >= :since
    AND xcoms.task = :task AND xcoms.xcom_key = :key AND xcoms.map_index BETWEEN :low AND :high
ORDER BY runs.number, xcoms.try_number, xcoms.seq;
