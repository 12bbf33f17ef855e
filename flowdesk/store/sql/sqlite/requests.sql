-- name: add_request(run, kind, task, data, now)<!
INSERT INTO requests (run, kind, task, data, requested_at)
VALUES (:run, :kind, :task, :data, :now);
