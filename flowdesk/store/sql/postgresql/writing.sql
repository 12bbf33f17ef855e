-- name: mark_turn(writer, turn, now)!
INSERT INTO writers (writer, turn, wrote_at) VALUES (:writer, :turn, :now)
ON CONFLICT (writer) DO UPDATE SET turn = excluded.turn, wrote_at = excluded.wrote_at;

-- name: create_run(given, id, pipeline, path, definition, state, logical_date, params, parent, now)<!
INSERT INTO runs (number, id, pipeline, path, definition, state, logical_date, params, parent, started_at)
VALUES (
    COALESCE(:given, nextval('run_numbers')), :id, :pipeline, :path, :definition, :state,
    :logical_date, :params, :parent, :now
)
RETURNING number;

-- name: note_group_retry(run, group_id, retries)!
INSERT INTO group_retries (run, group_id, retries)
VALUES (:run, :group_id, :retries)
ON CONFLICT (run, group_id) DO UPDATE SET retries = excluded.retries;

-- name: add_request(given, run, kind, task, data, now)<!
INSERT INTO requests (id, run, kind, task, data, requested_at)
VALUES (COALESCE(:given, nextval('request_ids')), :run, :kind, :task, :data, :now)
RETURNING id;

-- name: add_definition(hash, plan, source)!
INSERT INTO definitions (hash, plan, source) VALUES (:hash, :plan, :source)
ON CONFLICT (hash) DO NOTHING;

-- name: push_value(seq, run, task, map_index, number, key, type, value, secret, now)*!
-- The hash stands for the key in the index, whose rows have at most 2,704 bytes.
INSERT INTO xcoms (seq, run, task, map_index, try_number, xcom_key, type, value, secret, pushed_at)
VALUES (:seq, :run, :task, :map_index, :number, :key, :type, :value, :secret, :now)
ON CONFLICT (run, task, md5(xcom_key), map_index, try_number) DO UPDATE
SET
    seq = excluded.seq, type = excluded.type, value = excluded.value, secret = excluded.secret,
    pushed_at = excluded.pushed_at;

-- name: add_mapped_tasks(run, task, count, waiting, removed)!
INSERT INTO tasks (run, task, map_index, position, state, tries)
SELECT tasks.run, tasks.task, made.map_index, tasks.position, :waiting, 0
FROM generate_series(0, :count - 1) AS made (map_index)
CROSS JOIN tasks
WHERE tasks.run = :run AND tasks.task = :task AND tasks.map_index = -1
ON CONFLICT (run, task, map_index) DO UPDATE SET state = :waiting, reason = NULL
WHERE tasks.state = :removed;

-- name: add_leftover_logs(folder, run, run_id)!
INSERT INTO leftover_logs (folder, run, run_id)
VALUES (:folder, :run, :run_id)
ON CONFLICT (folder) DO UPDATE SET run = excluded.run;
