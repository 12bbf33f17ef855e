-- name: create_run(id, pipeline, path, definition, state, logical_date, params, parent, now)<!
INSERT INTO runs (id, pipeline, path, definition, state, logical_date, params, parent, started_at)
VALUES (:id, :pipeline, :path, :definition, :state, :logical_date, :params, :parent, :now);

-- name: note_group_retry(run, group_id, retries)!
INSERT INTO group_retries (run, group_id, retries)
VALUES (:run, :group_id, :retries)
ON CONFLICT (run, group_id) DO UPDATE SET retries = excluded.retries;
