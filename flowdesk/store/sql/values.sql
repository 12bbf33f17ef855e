-- The values, each with what stands in its place where somebody edited it.

-- name: values_of_run(run, after_seq)
SELECT
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM xcoms
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE xcoms.run = :run AND xcoms.seq > :after_seq
ORDER BY xcoms.seq;

-- name: values_of_task(run, task, low, high, after_seq)
-- The plus keeps SQLite from walking all of a run's values in this order: a task has few.
SELECT
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM xcoms
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE
    xcoms.run = :run AND xcoms.task = :task AND xcoms.map_index BETWEEN :low AND :high
    AND +xcoms.seq > :after_seq
ORDER BY +xcoms.seq;

-- name: values_of_key(run, task, low, high, key, after_seq)
-- The plus as above.
SELECT
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM xcoms
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE
    xcoms.run = :run AND xcoms.task = :task AND xcoms.xcom_key = :key
    AND xcoms.map_index BETWEEN :low AND :high AND +xcoms.seq > :after_seq
ORDER BY +xcoms.seq;

-- name: values_to_use(run)
SELECT
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM xcoms
JOIN tasks ON tasks.run = xcoms.run AND tasks.task = xcoms.task AND tasks.map_index = xcoms.map_index
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE xcoms.run = :run AND xcoms.try_number = tasks.tries AND tasks.state <> 'removed'
ORDER BY xcoms.seq;

-- name: latest_value(path, task, map_index, key, before)
SELECT
    runs.id,
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM runs
JOIN xcoms ON xcoms.run = runs.number
JOIN tries
    ON tries.run = xcoms.run AND tries.task = xcoms.task
    AND tries.map_index = xcoms.map_index AND tries.number = xcoms.try_number
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE
    runs.path = :path AND runs.number < :before
    AND xcoms.task = :task AND xcoms.xcom_key = :key AND xcoms.map_index = :map_index
    AND tries.state = 'success'
ORDER BY runs.number DESC, xcoms.try_number DESC
LIMIT 1;

-- name: history(path, task, key, limit)
SELECT
    runs.id,
    xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq,
    xcoms.map_index, xcoms.secret, edits.type, edits.value, edits.edited_at, edits.edited_by
FROM runs
JOIN xcoms ON xcoms.run = runs.number
LEFT JOIN edits
    ON edits.run = xcoms.run AND edits.task = xcoms.task AND edits.map_index = xcoms.map_index
    AND edits.try_number = xcoms.try_number AND edits.xcom_key = xcoms.xcom_key AND edits.is_current = 1
WHERE runs.path = :path AND xcoms.task = :task AND xcoms.xcom_key = :key
ORDER BY runs.number DESC, xcoms.map_index DESC, xcoms.try_number DESC
LIMIT :limit;
