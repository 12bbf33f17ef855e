-- name: mark_turn(writer, turn, now)!
INSERT INTO writers (writer, turn, wrote_at) VALUES (:writer, :turn, :now)
ON DUPLICATE KEY UPDATE turn = VALUES(turn), wrote_at = VALUES(wrote_at);

-- name: create_run(given, id, pipeline, path, definition, state, logical_date, params, parent, now)<!
INSERT INTO runs (number, id, pipeline, path, definition, state, logical_date, params, parent, started_at)
VALUES (:given, :id, :pipeline, :path, :definition, :state, :logical_date, :params, :parent, :now);

-- name: note_group_retry(run, group_id, retries)!
INSERT INTO group_retries (run, group_id, retries)
VALUES (:run, :group_id, :retries)
ON DUPLICATE KEY UPDATE retries = VALUES(retries);

-- name: add_request(given, run, kind, task, data, now)<!
INSERT INTO requests (id, run, kind, task, data, requested_at)
VALUES (:given, :run, :kind, :task, :data, :now);

-- name: add_definition(hash, plan, source)!
INSERT INTO definitions (hash, plan, source) VALUES (:hash, :plan, :source)
ON DUPLICATE KEY UPDATE hash = VALUES(hash);

-- name: push_value(seq, run, task, map_index, number, key, type, value, secret, now)*!
-- Takes the place of what was pushed under the same key.
REPLACE INTO xcoms (seq, run, task, map_index, try_number, xcom_key, type, value, secret, pushed_at)
VALUES (:seq, :run, :task, :map_index, :number, :key, :type, :value, :secret, :now);

-- name: add_mapped_tasks(run, task, count, waiting, removed)!
-- The reason comes first: assignments are made in order, and the second would hide what it was.
INSERT INTO tasks (run, task, map_index, position, state, tries)
WITH RECURSIVE made (map_index) AS (
    SELECT 0 FROM DUAL WHERE :count > 0
    UNION ALL
    SELECT map_index + 1 FROM made WHERE map_index + 1 < :count
)
SELECT mapped.run, mapped.task, made.map_index, mapped.position, :waiting, 0
FROM made CROSS JOIN tasks AS mapped
WHERE mapped.run = :run AND mapped.task = :task AND mapped.map_index = -1
ON DUPLICATE KEY UPDATE
    reason = IF(tasks.state = :removed, NULL, tasks.reason),
    state = IF(tasks.state = :removed, :waiting, tasks.state);

-- name: add_leftover_logs(folder, run, run_id)!
INSERT INTO leftover_logs (folder, run, run_id)
VALUES (:folder, :run, :run_id)
ON DUPLICATE KEY UPDATE run = VALUES(run);
