-- name: push_value(seq, run, task, map_index, number, key, type, value, secret, now)*!
-- Takes the place of what was pushed under the same key.
INSERT OR REPLACE INTO xcoms (seq, run, task, map_index, try_number, xcom_key, type, value, secret, pushed_at)
VALUES (:seq, :run, :task, :map_index, :number, :key, :type, :value, :secret, :now);
