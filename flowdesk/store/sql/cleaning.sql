-- name: old_runs(path, keep, before)
-- The runs that no other is the parent of, beyond those of their file that ended last, and over before a moment.
SELECT id FROM (
    SELECT
        runs.id, runs.number, runs.state, runs.started_at, runs.finished_at,
        ROW_NUMBER() OVER (
            PARTITION BY runs.path
            ORDER BY COALESCE(runs.finished_at, runs.started_at) DESC, runs.number DESC
        ) AS place
    FROM runs
    WHERE
        runs.path = COALESCE(:path, runs.path)
        AND NOT EXISTS (SELECT 1 FROM runs AS outer_runs WHERE outer_runs.id = runs.parent)
) AS placed
WHERE place > :keep AND COALESCE(finished_at, started_at) < :before
ORDER BY number;

-- name: family_of_run(run)
-- The run, and the runs that its tasks are, and theirs.
WITH RECURSIVE family (number, id) AS (
    SELECT runs.number, runs.id FROM runs WHERE runs.number = :run
    UNION
    SELECT runs.number, runs.id FROM family JOIN runs ON runs.parent = family.id
)
SELECT
    runs.id, runs.number, runs.pipeline, runs.path, runs.definition, runs.state, runs.reason,
    runs.started_at, runs.finished_at, runs.logical_date, runs.params, runs.parent, runs.paused,
    leases.host, leases.boot_id, leases.pid, leases.process_start
FROM family
CROSS JOIN runs
LEFT JOIN leases ON leases.run = runs.number
WHERE runs.number = family.number
ORDER BY runs.number;

-- name: remove_pulls(run)!
DELETE FROM pulls WHERE run = :run;

-- name: remove_values(run)!
DELETE FROM xcoms WHERE run = :run;

-- name: remove_tries(run)!
DELETE FROM tries WHERE run = :run;

-- name: remove_tasks(run)!
DELETE FROM tasks WHERE run = :run;

-- name: remove_run(run)!
DELETE FROM runs WHERE number = :run;

-- name: remove_definition(definition)!
DELETE FROM definitions
WHERE hash = :definition AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.definition = :definition);

-- name: leftover_logs()
SELECT folder, run, run_id FROM leftover_logs ORDER BY folder;

-- name: forget_leftover_logs(folder, run)!
DELETE FROM leftover_logs WHERE folder = :folder AND run = :run;
