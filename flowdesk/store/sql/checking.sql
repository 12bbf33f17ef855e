-- name: all_definitions()
SELECT hash FROM definitions ORDER BY hash;

-- name: broken_references()
-- How many rows refer to one that is not there.
SELECT 'runs', count(*) FROM runs
WHERE NOT EXISTS (SELECT 1 FROM definitions WHERE definitions.hash = runs.definition)
UNION ALL
SELECT 'tasks', count(*) FROM tasks
WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.number = tasks.run)
UNION ALL
SELECT 'tries', count(*) FROM tries
WHERE NOT EXISTS (
    SELECT 1 FROM tasks
    WHERE tasks.run = tries.run AND tasks.task = tries.task AND tasks.map_index = tries.map_index
)
UNION ALL
SELECT 'values', count(*) FROM xcoms
WHERE NOT EXISTS (
    SELECT 1 FROM tries
    WHERE
        tries.run = xcoms.run AND tries.task = xcoms.task AND tries.map_index = xcoms.map_index
        AND tries.number = xcoms.try_number
)
UNION ALL
SELECT 'pushed values', count(*) FROM xcoms
WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.seq = xcoms.seq AND events.kind = 'value_pushed')
UNION ALL
SELECT 'edits', count(*) FROM edits
WHERE NOT EXISTS (
    SELECT 1 FROM xcoms
    WHERE
        xcoms.run = edits.run AND xcoms.task = edits.task AND xcoms.map_index = edits.map_index
        AND xcoms.try_number = edits.try_number AND xcoms.xcom_key = edits.xcom_key
)
UNION ALL
SELECT 'edited values', count(*) FROM edits
WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.seq = edits.seq AND events.kind = 'value_edited')
UNION ALL
SELECT 'pulls', count(*) FROM pulls
WHERE NOT EXISTS (
    SELECT 1 FROM tries
    WHERE
        tries.run = pulls.run AND tries.task = pulls.task AND tries.map_index = pulls.map_index
        AND tries.number = pulls.try_number
)
UNION ALL
SELECT 'events', count(*) FROM events
WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.number = events.run)
UNION ALL
SELECT 'requests', count(*) FROM requests
WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.number = requests.run);

-- name: counts_of_store()^
SELECT
    (SELECT count(*) FROM runs),
    (SELECT count(*) FROM tries),
    (SELECT count(*) FROM xcoms),
    (SELECT count(*) FROM events);
