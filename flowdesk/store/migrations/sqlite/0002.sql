-- Version 2: mapped tasks, retries that outlive their engine, params, pausing, secrets, caching, cleaning.

ALTER TABLE runs ADD COLUMN logical_date TEXT;
ALTER TABLE runs ADD COLUMN params TEXT NOT NULL DEFAULT '{}';
ALTER TABLE runs ADD COLUMN parent TEXT;
ALTER TABLE runs ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;

-- Few runs are, of however many there were; so this index is small and costs finished runs nothing.
CREATE INDEX runs_running ON runs (path, number) WHERE state = 'running';

CREATE INDEX runs_of_parent ON runs (parent, number) WHERE parent IS NOT NULL;

ALTER TABLE tasks ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN retry_at REAL;
ALTER TABLE tasks ADD COLUMN expanded INTEGER;

ALTER TABLE tries ADD COLUMN rendered TEXT;
ALTER TABLE tries ADD COLUMN fingerprint TEXT;
ALTER TABLE tries ADD COLUMN cached_from TEXT;

CREATE INDEX tries_of_fingerprint ON tries (fingerprint) WHERE fingerprint IS NOT NULL;

-- The value of a secret one is encrypted.
ALTER TABLE xcoms ADD COLUMN secret INTEGER NOT NULL DEFAULT 0;

ALTER TABLE pulls ADD COLUMN source_run TEXT;

ALTER TABLE requests ADD COLUMN data TEXT NOT NULL DEFAULT '{}';

CREATE TABLE group_retries (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    retries INTEGER NOT NULL,
    PRIMARY KEY (run, group_id)
) WITHOUT ROWID;

-- Folders of logs whose runs are removed already: what a removal that broke off has left to do.
CREATE TABLE leftover_logs (
    folder TEXT NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    run_id TEXT NOT NULL
) WITHOUT ROWID;
