-- name: answer_request(id, answer, now)!
UPDATE requests SET answer = :answer, answered_at = :now
WHERE id = :id AND answer IS NULL;

-- name: request_of_id(id)^
SELECT runs.id, requests.kind, requests.task
FROM requests
JOIN runs ON runs.number = requests.run
WHERE requests.id = :id;

-- name: requests_of_run(run)
SELECT id, kind, task, requested_at, answer, data
FROM requests
WHERE run = :run
ORDER BY id;

-- name: open_requests_of_run(run)
SELECT id, kind, task, requested_at, answer, data
FROM requests
WHERE run = :run AND answer IS NULL
ORDER BY id;
