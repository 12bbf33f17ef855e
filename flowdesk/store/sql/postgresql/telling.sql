-- name: size_of_store()$
SELECT pg_database_size(current_database());

-- name: version_of_server()$
SELECT 'PostgreSQL ' || current_setting('server_version');
