-- name: add_definition(hash, plan, source)!
INSERT INTO definitions (hash, plan, source)
SELECT :hash, :plan, :source
WHERE NOT EXISTS (SELECT 1 FROM definitions WHERE hash = :hash);

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
