-- name: add_edit(seq, run, task, map_index, number, key, type, value, secret, now, edited_by)!
INSERT INTO edits (
    seq, run, task, map_index, try_number, xcom_key, type, value, secret, edited_at, edited_by
)
VALUES (
    :seq, :run, :task, :map_index, :number, :key, :type, :value, :secret, :now, :edited_by
);

-- name: set_edits_aside(run, task, map_index, number, key)!
UPDATE edits SET is_current = 0
WHERE
    run = :run AND task = :task AND map_index = :map_index AND try_number = :number
    AND xcom_key = :key AND is_current = 1;

-- name: edits_of_run(run)
SELECT task, try_number, xcom_key, type, value, edited_at, seq, map_index, secret, edited_by, is_current
FROM edits
WHERE run = :run
ORDER BY seq;

-- name: edits_to_copy(run)
SELECT
    seq, task, map_index, try_number, xcom_key, type, value, secret, edited_at, edited_by, is_current
FROM edits
WHERE run = :run
ORDER BY seq;

-- name: copy_edits*!
INSERT INTO edits (
    seq, run, task, map_index, try_number, xcom_key, type, value, secret, edited_at, edited_by, is_current
)
VALUES (
    :seq, :run, :task, :map_index, :try_number, :xcom_key, :type, :value, :secret, :edited_at, :edited_by,
    :is_current
);

-- name: remove_edits(run)!
DELETE FROM edits WHERE run = :run;
