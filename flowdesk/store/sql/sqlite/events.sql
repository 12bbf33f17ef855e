-- name: add_event(run, now, kind, task, map_index, number, data)<!
INSERT INTO events (run, happened_at, kind, task, map_index, try_number, data)
VALUES (:run, :now, :kind, :task, :map_index, :number, :data);
