-- name: texts_like(pattern)
SELECT value FROM xcoms WHERE secret = 0 AND value LIKE :pattern;

-- name: params_like(pattern)
SELECT params FROM runs WHERE params LIKE :pattern;
