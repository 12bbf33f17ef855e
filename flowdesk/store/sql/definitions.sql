-- name: plan_of_run(run)$
SELECT definitions.plan
FROM runs
JOIN definitions ON definitions.hash = runs.definition
WHERE runs.number = :run;

-- name: source_of_run(run)$
SELECT definitions.source
FROM runs
JOIN definitions ON definitions.hash = runs.definition
WHERE runs.number = :run;
