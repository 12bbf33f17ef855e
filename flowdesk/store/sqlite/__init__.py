"""The store as a SQLite file: how it is opened, kept up to date, written, and what can go wrong with it."""
