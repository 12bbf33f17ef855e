-- What is written `{text}` is utf8mb4 in a collation by code point that does not ignore blanks at the end:
-- MariaDB and MySQL name it differently. The longest index has 3,072 bytes: a task of 250 characters and a
-- key of 512 just fit. Each statement is for good at once, so a step that broke off must be able to begin anew.

CREATE TABLE IF NOT EXISTS writers (
    writer VARCHAR(64) NOT NULL PRIMARY KEY,
    turn BIGINT NOT NULL,
    wrote_at DOUBLE NOT NULL
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS definitions (
    hash VARCHAR(64) NOT NULL PRIMARY KEY,
    plan LONGTEXT NOT NULL,
    source LONGTEXT NOT NULL
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS runs (
    number INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY,
    id VARCHAR(700) NOT NULL,
    pipeline LONGTEXT NOT NULL,
    path VARCHAR(4096) NOT NULL,
    definition VARCHAR(64) NOT NULL,
    state VARCHAR(32) NOT NULL,
    reason LONGTEXT,
    started_at DOUBLE NOT NULL,
    finished_at DOUBLE,
    logical_date VARCHAR(64),
    params LONGTEXT NOT NULL,
    parent VARCHAR(700),
    paused INTEGER NOT NULL DEFAULT 0,
    UNIQUE INDEX runs_of_id (id),
    INDEX runs_of_path (path(500), number),
    INDEX runs_of_definition (definition),
    INDEX runs_running (state, number),
    INDEX runs_of_parent (parent, number),
    FOREIGN KEY (definition) REFERENCES definitions (hash)
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS leases (
    run INTEGER NOT NULL PRIMARY KEY,
    host LONGTEXT NOT NULL,
    boot_id LONGTEXT NOT NULL,
    pid BIGINT NOT NULL,
    process_start LONGTEXT NOT NULL,
    held_at DOUBLE NOT NULL,
    FOREIGN KEY (run) REFERENCES runs (number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS tasks (
    run INTEGER NOT NULL,
    task VARCHAR(250) NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    position INTEGER NOT NULL,
    state VARCHAR(32) NOT NULL,
    tries INTEGER NOT NULL,
    reason LONGTEXT,
    started_at DOUBLE,
    finished_at DOUBLE,
    failures INTEGER NOT NULL DEFAULT 0,
    retry_at DOUBLE,
    expanded INTEGER,
    PRIMARY KEY (run, task, map_index),
    FOREIGN KEY (run) REFERENCES runs (number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS tries (
    run INTEGER NOT NULL,
    task VARCHAR(250) NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    number INTEGER NOT NULL,
    state VARCHAR(32) NOT NULL,
    reason LONGTEXT,
    exit_code BIGINT,
    signal_name VARCHAR(64),
    pid BIGINT,
    log LONGTEXT NOT NULL,
    started_at DOUBLE NOT NULL,
    finished_at DOUBLE,
    rendered LONGTEXT,
    fingerprint VARCHAR(255),
    cached_from VARCHAR(700),
    PRIMARY KEY (run, task, map_index, number),
    INDEX tries_of_fingerprint (fingerprint),
    FOREIGN KEY (run, task, map_index) REFERENCES tasks (run, task, map_index) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS xcoms (
    seq BIGINT NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    task VARCHAR(250) NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    xcom_key VARCHAR(512) NOT NULL,
    type LONGTEXT NOT NULL,
    value LONGTEXT NOT NULL,
    pushed_at DOUBLE NOT NULL,
    secret INTEGER NOT NULL DEFAULT 0,
    UNIQUE INDEX xcoms_of_key (run, task, xcom_key, map_index, try_number),
    INDEX xcoms_of_run (run, seq),
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS pulls (
    run INTEGER NOT NULL,
    task VARCHAR(250) NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    argument VARCHAR(500) NOT NULL,
    position INTEGER NOT NULL,
    source_task VARCHAR(250) NOT NULL,
    source_map_index INTEGER NOT NULL DEFAULT -1,
    xcom_key VARCHAR(512) NOT NULL,
    source_try INTEGER,
    pulled_at DOUBLE NOT NULL,
    source_run VARCHAR(700),
    PRIMARY KEY (run, task, map_index, try_number, argument, position),
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS events (
    seq BIGINT NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    happened_at DOUBLE NOT NULL,
    kind VARCHAR(32) NOT NULL,
    task VARCHAR(700),
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER,
    data LONGTEXT NOT NULL,
    INDEX events_of_run (run, seq),
    FOREIGN KEY (run) REFERENCES runs (number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS requests (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run INTEGER NOT NULL,
    kind LONGTEXT NOT NULL,
    task LONGTEXT,
    requested_at DOUBLE NOT NULL,
    answer LONGTEXT,
    answered_at DOUBLE,
    data LONGTEXT NOT NULL,
    INDEX requests_of_run (run, id),
    FOREIGN KEY (run) REFERENCES runs (number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS group_retries (
    run INTEGER NOT NULL,
    group_id VARCHAR(250) NOT NULL,
    retries INTEGER NOT NULL,
    PRIMARY KEY (run, group_id),
    FOREIGN KEY (run) REFERENCES runs (number) ON DELETE CASCADE
) ENGINE = InnoDB {text};

CREATE TABLE IF NOT EXISTS leftover_logs (
    folder VARCHAR(255) NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    run_id VARCHAR(700) NOT NULL
) ENGINE = InnoDB {text};
