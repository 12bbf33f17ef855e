-- name: add_leftover_logs(folder, run, run_id)!
INSERT INTO leftover_logs (folder, run, run_id)
VALUES (:folder, :run, :run_id)
ON CONFLICT (folder) DO UPDATE SET run = excluded.run;
