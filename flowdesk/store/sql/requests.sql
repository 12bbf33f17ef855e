-- name: add_request(run, kind, task, now)<!
INSERT INTO requests (run, kind, task, requested_at)
VALUES (:run, :kind, :task, :now);

-- name: answer_request(id, answer, now)!
UPDATE requests SET answer = :answer, answered_at = :now
WHERE id = :id;

-- name: open_requests_of_run(run)
SELECT id, kind, task, requested_at, answer
FROM requests
WHERE run = :run AND answer IS NULL
ORDER BY id;
