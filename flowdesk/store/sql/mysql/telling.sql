-- name: size_of_store()$
SELECT CAST(SUM(data_length + index_length) AS SIGNED)
FROM information_schema.tables
WHERE table_schema = DATABASE();

-- name: version_of_server()$
SELECT IF(VERSION() LIKE '%MariaDB%', CONCAT('MariaDB ', VERSION()), CONCAT('MySQL ', VERSION()));
