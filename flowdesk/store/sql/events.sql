-- name: add_event(seq, run, now, kind, task, map_index, number, data)*!
INSERT INTO events (seq, run, happened_at, kind, task, map_index, try_number, data)
VALUES (:seq, :run, :now, :kind, :task, :map_index, :number, :data);

-- name: events_of_run(run, after_seq, limit)
SELECT seq, happened_at, kind, task, try_number, data, map_index
FROM events
WHERE run = :run AND seq > :after_seq
ORDER BY seq
LIMIT :limit;

-- name: last_event_of_run(run)$
SELECT happened_at FROM events WHERE run = :run ORDER BY seq DESC LIMIT 1;

-- name: ends_of_run(run)
SELECT happened_at, kind FROM events
WHERE run = :run AND kind IN ('run_finished', 'run_resumed')
ORDER BY seq;
