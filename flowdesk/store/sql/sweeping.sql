-- name: texts_like(pattern)
SELECT value FROM xcoms WHERE secret = 0 AND value LIKE :pattern
UNION ALL
SELECT value FROM edits WHERE secret = 0 AND value LIKE :pattern;

-- name: sealed_texts(mask)
SELECT value FROM xcoms WHERE secret = 1 AND value <> :mask
UNION ALL
SELECT value FROM edits WHERE secret = 1 AND value <> :mask;

-- name: params_like(pattern)
SELECT params FROM runs WHERE params LIKE :pattern;
