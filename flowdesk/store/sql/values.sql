-- name: values_of_run(run, after_seq)
SELECT task, try_number, xcom_key, type, value, pushed_at, seq, map_index, secret
FROM xcoms
WHERE run = :run AND seq > :after_seq
ORDER BY seq;

-- name: values_of_task(run, task, low, high, after_seq)
-- The plus keeps SQLite from walking all of a run's values in this order: a task has few.
SELECT task, try_number, xcom_key, type, value, pushed_at, seq, map_index, secret
FROM xcoms
WHERE run = :run AND task = :task AND map_index BETWEEN :low AND :high AND +seq > :after_seq
ORDER BY +seq;

-- name: values_of_key(run, task, low, high, key, after_seq)
-- The plus as above.
SELECT task, try_number, xcom_key, type, value, pushed_at, seq, map_index, secret
FROM xcoms
WHERE
    run = :run AND task = :task AND xcom_key = :key AND map_index BETWEEN :low AND :high
    AND +seq > :after_seq
ORDER BY +seq;

-- name: values_to_use(run)
SELECT
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq, xcoms.map_index, xcoms.secret
FROM xcoms
JOIN tasks ON tasks.run = xcoms.run AND tasks.task = xcoms.task AND tasks.map_index = xcoms.map_index
WHERE xcoms.run = :run AND xcoms.try_number = tasks.tries AND tasks.state <> 'removed'
ORDER BY xcoms.seq;

-- name: latest_value(path, task, map_index, key, before)
SELECT
    runs.id, xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq, xcoms.map_index, xcoms.secret
FROM runs
JOIN xcoms ON xcoms.run = runs.number
JOIN tries
    ON tries.run = xcoms.run AND tries.task = xcoms.task
    AND tries.map_index = xcoms.map_index AND tries.number = xcoms.try_number
WHERE
    runs.path = :path AND runs.number < :before
    AND xcoms.task = :task AND xcoms.xcom_key = :key AND xcoms.map_index = :map_index
    AND tries.state = 'success'
ORDER BY runs.number DESC, xcoms.try_number DESC
LIMIT 1;

-- name: history(path, task, key, limit)
SELECT
    runs.id, xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq, xcoms.map_index, xcoms.secret
FROM runs
JOIN xcoms ON xcoms.run = runs.number
WHERE runs.path = :path AND xcoms.task = :task AND xcoms.xcom_key = :key
ORDER BY runs.number DESC, xcoms.map_index DESC, xcoms.try_number DESC
LIMIT :limit;
