-- name: last_number()$
-- The greatest that was ever given, whether or not its event is still there.
SELECT MAX(
    COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0),
    COALESCE((SELECT MAX(seq) FROM events), 0)
);
