-- name: add_definition(hash, plan, source)!
INSERT INTO definitions (hash, plan, source)
SELECT :hash, :plan, :source
WHERE NOT EXISTS (SELECT 1 FROM definitions WHERE hash = :hash);
