-- name: take_turn()^
-- Whoever has the row locked writes; all others wait. So events are committed in the order of their numbers.
SELECT seq, changes FROM flowdesk_store WHERE only_row = 1 FOR UPDATE;

-- name: end_turn(seq, changes)!
UPDATE flowdesk_store SET seq = :seq, changes = :changes WHERE only_row = 1;

-- name: changes()$
SELECT changes FROM flowdesk_store WHERE only_row = 1;

-- name: last_turn_of(writer)$
SELECT turn FROM writers WHERE writer = :writer;

-- name: forget_writer(writer)!
DELETE FROM writers WHERE writer = :writer;

-- name: forget_writers(before)!
DELETE FROM writers WHERE wrote_at < :before;
