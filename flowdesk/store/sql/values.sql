-- name: forget_value(run, task, number, key)!
DELETE FROM xcoms
WHERE run = :run AND task = :task AND xcom_key = :key AND map_index = -1 AND try_number = :number;

-- name: push_value(seq, run, task, number, key, type, value, now)!
INSERT INTO xcoms (seq, run, task, try_number, xcom_key, type, value, pushed_at)
VALUES (:seq, :run, :task, :number, :key, :type, :value, :now);

-- name: values_of_run(run, after_seq)
SELECT task, try_number, xcom_key, type, value, pushed_at, seq
FROM xcoms
WHERE run = :run AND seq > :after_seq
ORDER BY seq;

-- name: values_of_task(run, task, after_seq)
-- The plus keeps SQLite from walking all of a run's values in this order: a task has few.
SELECT task, try_number, xcom_key, type, value, pushed_at, seq
FROM xcoms
WHERE run = :run AND task = :task AND +seq > :after_seq
ORDER BY +seq;

-- name: values_of_key(run, task, key, after_seq)
-- The plus as above.
SELECT task, try_number, xcom_key, type, value, pushed_at, seq
FROM xcoms
WHERE run = :run AND task = :task AND xcom_key = :key AND +seq > :after_seq
ORDER BY +seq;

-- name: history(path, task, key, limit)
SELECT
    runs.id, xcoms.task, xcoms.try_number, xcoms.xcom_key, xcoms.type, xcoms.value, xcoms.pushed_at, xcoms.seq
FROM runs
JOIN xcoms ON xcoms.run = runs.number
WHERE runs.path = :path AND xcoms.task = :task AND xcoms.xcom_key = :key
ORDER BY runs.number DESC, xcoms.map_index DESC, xcoms.try_number DESC
LIMIT :limit;
