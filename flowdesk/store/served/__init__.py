"""The store in a database that a server keeps: PostgreSQL, MySQL or MariaDB."""
