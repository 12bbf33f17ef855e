-- Version 3: values that a person edited. What was pushed stays as it was; of a value's edits, the current one
-- is in use. Numbered by their events.

CREATE TABLE IF NOT EXISTS edits (
    seq BIGINT NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    task VARCHAR(250) NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    xcom_key VARCHAR(512) NOT NULL,
    type LONGTEXT NOT NULL,
    value LONGTEXT NOT NULL,
    secret INTEGER NOT NULL DEFAULT 0,
    edited_at DOUBLE NOT NULL,
    edited_by VARCHAR(255) NOT NULL,
    is_current INTEGER NOT NULL DEFAULT 1,
    INDEX edits_of_try (run, task, map_index, try_number),
    INDEX edits_of_key (run, task, xcom_key, map_index, try_number),
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
) ENGINE = InnoDB {text};
