-- Version 4: values that a person edited. What was pushed stays as it was; of a value's edits, the current one
-- is in use. Numbered by their events.

CREATE TABLE edits (
    seq INTEGER NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    xcom_key TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    secret INTEGER NOT NULL DEFAULT 0,
    edited_at REAL NOT NULL,
    edited_by TEXT NOT NULL,
    is_current INTEGER NOT NULL DEFAULT 1,
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
);

CREATE INDEX edits_of_key ON edits (run, task, xcom_key, map_index, try_number);
