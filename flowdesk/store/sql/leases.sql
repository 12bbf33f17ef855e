-- name: hold_lease(run, host, boot_id, pid, start, now)!
INSERT INTO leases (run, host, boot_id, pid, process_start, held_at)
VALUES (:run, :host, :boot_id, :pid, :start, :now);

-- name: release_lease(run)!
DELETE FROM leases WHERE run = :run;

-- name: holder_of_lease(run)^
SELECT host, boot_id, pid, process_start FROM leases WHERE run = :run;
