-- Texts that are compared or sorted are in the collation "C": by code point, as the other databases do it.

CREATE SEQUENCE run_numbers;

CREATE SEQUENCE request_ids;

CREATE TABLE writers (
    writer TEXT PRIMARY KEY,
    turn BIGINT NOT NULL,
    wrote_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE definitions (
    hash TEXT COLLATE "C" PRIMARY KEY,
    plan TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE runs (
    number BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    pipeline TEXT NOT NULL,
    path TEXT COLLATE "C" NOT NULL,
    definition TEXT COLLATE "C" NOT NULL REFERENCES definitions (hash),
    state TEXT NOT NULL,
    reason TEXT,
    started_at DOUBLE PRECISION NOT NULL,
    finished_at DOUBLE PRECISION,
    logical_date TEXT,
    params TEXT NOT NULL DEFAULT '{}',
    parent TEXT COLLATE "C",
    paused INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX runs_of_path ON runs (path, number);

CREATE INDEX runs_of_definition ON runs (definition);

CREATE INDEX runs_running ON runs (path, number) WHERE state = 'running';

CREATE INDEX runs_of_parent ON runs (parent, number) WHERE parent IS NOT NULL;

CREATE TABLE leases (
    run BIGINT PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    pid BIGINT NOT NULL,
    process_start TEXT NOT NULL,
    held_at DOUBLE PRECISION NOT NULL
);

CREATE TABLE tasks (
    run BIGINT NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    task TEXT COLLATE "C" NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    reason TEXT,
    started_at DOUBLE PRECISION,
    finished_at DOUBLE PRECISION,
    failures INTEGER NOT NULL DEFAULT 0,
    retry_at DOUBLE PRECISION,
    expanded INTEGER,
    PRIMARY KEY (run, task, map_index)
);

CREATE TABLE tries (
    run BIGINT NOT NULL,
    task TEXT COLLATE "C" NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    exit_code BIGINT,
    signal_name TEXT,
    pid BIGINT,
    log TEXT NOT NULL,
    started_at DOUBLE PRECISION NOT NULL,
    finished_at DOUBLE PRECISION,
    rendered TEXT,
    fingerprint TEXT COLLATE "C",
    cached_from TEXT,
    PRIMARY KEY (run, task, map_index, number),
    FOREIGN KEY (run, task, map_index) REFERENCES tasks (run, task, map_index) ON DELETE CASCADE
);

CREATE INDEX tries_of_fingerprint ON tries (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE TABLE xcoms (
    seq BIGINT PRIMARY KEY,
    run BIGINT NOT NULL,
    task TEXT COLLATE "C" NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    xcom_key TEXT COLLATE "C" NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    pushed_at DOUBLE PRECISION NOT NULL,
    secret INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
);

CREATE UNIQUE INDEX xcoms_of_key ON xcoms (run, task, md5(xcom_key), map_index, try_number);

CREATE INDEX xcoms_of_run ON xcoms (run, seq);

CREATE TABLE pulls (
    run BIGINT NOT NULL,
    task TEXT COLLATE "C" NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    argument TEXT COLLATE "C" NOT NULL,
    position INTEGER NOT NULL,
    source_task TEXT COLLATE "C" NOT NULL,
    source_map_index INTEGER NOT NULL DEFAULT -1,
    xcom_key TEXT COLLATE "C" NOT NULL,
    source_try INTEGER,
    pulled_at DOUBLE PRECISION NOT NULL,
    source_run TEXT COLLATE "C",
    PRIMARY KEY (run, task, map_index, try_number, argument, position),
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
);

CREATE TABLE events (
    seq BIGINT PRIMARY KEY,
    run BIGINT NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    happened_at DOUBLE PRECISION NOT NULL,
    kind TEXT NOT NULL,
    task TEXT,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER,
    data TEXT NOT NULL
);

CREATE INDEX events_of_run ON events (run, seq);

CREATE TABLE requests (
    id BIGINT PRIMARY KEY,
    run BIGINT NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    task TEXT,
    requested_at DOUBLE PRECISION NOT NULL,
    answer TEXT,
    answered_at DOUBLE PRECISION,
    data TEXT NOT NULL DEFAULT '{}'
);

CREATE INDEX requests_of_run ON requests (run, id);

CREATE TABLE group_retries (
    run BIGINT NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    group_id TEXT COLLATE "C" NOT NULL,
    retries INTEGER NOT NULL,
    PRIMARY KEY (run, group_id)
);

CREATE TABLE leftover_logs (
    folder TEXT COLLATE "C" PRIMARY KEY,
    run BIGINT NOT NULL,
    run_id TEXT COLLATE "C" NOT NULL
);
