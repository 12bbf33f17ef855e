-- What happened, version 1. Times are seconds since the epoch (UTC), states are the words of plan/states.py.
-- map_index is -1 for a task that is not mapped, as in Airflow. Rows name their run by its number.

CREATE TABLE definitions (
    hash TEXT NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE runs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    pipeline TEXT NOT NULL,
    path TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES definitions (hash),
    state TEXT NOT NULL,
    reason TEXT,
    started_at REAL NOT NULL,
    finished_at REAL
);

CREATE INDEX runs_of_path ON runs (path, number);

CREATE INDEX runs_of_definition ON runs (definition);

CREATE TABLE leases (
    run INTEGER NOT NULL PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    pid INTEGER NOT NULL,
    process_start TEXT NOT NULL,
    held_at REAL NOT NULL
);

CREATE TABLE tasks (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    reason TEXT,
    started_at REAL,
    finished_at REAL,
    PRIMARY KEY (run, task, map_index)
) WITHOUT ROWID;

CREATE TABLE tries (
    run INTEGER NOT NULL,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    exit_code INTEGER,
    signal_name TEXT,
    pid INTEGER,
    log TEXT NOT NULL,
    started_at REAL NOT NULL,
    finished_at REAL,
    PRIMARY KEY (run, task, map_index, number),
    FOREIGN KEY (run, task, map_index) REFERENCES tasks (run, task, map_index) ON DELETE CASCADE
) WITHOUT ROWID;

-- With a rowid, unlike its neighbours: values are large, and b-trees of large keyed rows are slow.
CREATE TABLE xcoms (
    seq INTEGER NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    xcom_key TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    pushed_at REAL NOT NULL,
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
);

CREATE UNIQUE INDEX xcoms_of_key ON xcoms (run, task, xcom_key, map_index, try_number);

CREATE INDEX xcoms_of_run ON xcoms (run, seq);

CREATE TABLE pulls (
    run INTEGER NOT NULL,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    argument TEXT NOT NULL,
    position INTEGER NOT NULL,
    source_task TEXT NOT NULL,
    source_map_index INTEGER NOT NULL DEFAULT -1,
    xcom_key TEXT NOT NULL,
    source_try INTEGER,
    pulled_at REAL NOT NULL,
    PRIMARY KEY (run, task, map_index, try_number, argument, position),
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    happened_at REAL NOT NULL,
    kind TEXT NOT NULL,
    task TEXT,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER,
    data TEXT NOT NULL
);

CREATE INDEX events_of_run ON events (run, seq);

CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    task TEXT,
    requested_at REAL NOT NULL,
    answer TEXT,
    answered_at REAL
);

CREATE INDEX requests_of_run ON requests (run, id);
