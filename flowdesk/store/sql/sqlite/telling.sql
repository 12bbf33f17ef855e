-- name: size_of_store()$
SELECT pages.page_count * sizes.page_size FROM pragma_page_count() AS pages, pragma_page_size() AS sizes;

-- name: version_of_server()$
SELECT 'SQLite ' || sqlite_version();
