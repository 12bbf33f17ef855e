-- A store of version 1, as sqlite3's `.dump` writes it, with the two settings of its header.
PRAGMA application_id = 1718382455;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE definitions (
    hash TEXT NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL,
    source TEXT NOT NULL
);
INSERT INTO "definitions" VALUES('f56381404e16067b77bcc19f0c0f079dd83c7d4bd9b94026d5d286152054b8c8','{"version":1,"name":"test","tasks":[{"id":"a","kind":"bash","code":["true"]}],"groups":[]}','[tasks.a]
bash = ''true''
');
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
INSERT INTO "events" VALUES(1,1,1800000000.0,'run_started',NULL,-1,NULL,'{"pipeline": "test", "path": "/pipelines/test.toml"}');
INSERT INTO "events" VALUES(2,1,1800000002.0,'try_started','a',-1,1,'{"pid": null}');
INSERT INTO "events" VALUES(3,1,1800000003.0,'value_pushed','a',-1,1,'{"key": "score", "type": "float", "size": 3, "preview": "0.5"}');
INSERT INTO "events" VALUES(4,1,1800000004.0,'try_finished','a',-1,1,'{"state": "success", "reason": null, "exit_code": null, "signal": null, "task_state": "success", "delay": 0.0, "followed": null, "cached_from": null}');
INSERT INTO "events" VALUES(5,1,1800000005.0,'try_started','b',-1,1,'{"pid": null}');
INSERT INTO "events" VALUES(6,1,1800000006.0,'try_finished','b',-1,1,'{"state": "success", "reason": null, "exit_code": null, "signal": null, "task_state": "success", "delay": 0.0, "followed": null, "cached_from": null}');
INSERT INTO "events" VALUES(7,1,1800000007.0,'run_finished',NULL,-1,NULL,'{"state": "success", "reason": null}');
INSERT INTO "events" VALUES(8,2,1800000008.0,'run_started',NULL,-1,NULL,'{"pipeline": "test", "path": "/pipelines/test.toml"}');
INSERT INTO "events" VALUES(9,2,1800000010.0,'try_started','a',-1,1,'{"pid": null}');
INSERT INTO "events" VALUES(10,2,1800000011.0,'value_pushed','a',-1,1,'{"key": "token", "type": "str", "size": 0, "preview": "***"}');
INSERT INTO "events" VALUES(11,2,1800000012.0,'try_finished','a',-1,1,'{"state": "success", "reason": null, "exit_code": null, "signal": null, "task_state": "success", "delay": 0.0, "followed": ["m"], "cached_from": "run_1"}');
INSERT INTO "events" VALUES(12,2,1800000013.0,'task_expanded','m',-1,NULL,'{"count": 2}');
INSERT INTO "events" VALUES(13,2,1800000014.0,'try_started','m',0,1,'{"pid": null}');
INSERT INTO "events" VALUES(14,2,1800000015.0,'try_finished','m',0,1,'{"state": "failed", "reason": "exit code 1", "exit_code": 1, "signal": null, "task_state": "up_for_retry", "delay": 30.0, "followed": null, "cached_from": null}');
INSERT INTO "events" VALUES(15,2,1800000018.0,'request_answered','m',1,NULL,'{"request": 1, "kind": "clear", "answer": "cleared"}');
INSERT INTO "events" VALUES(16,2,1800000018.5,'value_edited','a',-1,1,'{"key": "token", "type": "str", "size": 0, "preview": "***", "original": "***", "by": "Mia"}');
INSERT INTO "events" VALUES(17,2,1800000019.0,'run_paused',NULL,-1,NULL,'{}');
INSERT INTO "events" VALUES(18,2,1800000020.0,'run_finished',NULL,-1,NULL,'{"state": "cancelled", "reason": "Ctrl-C"}');
CREATE TABLE group_retries (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    retries INTEGER NOT NULL,
    PRIMARY KEY (run, group_id)
) WITHOUT ROWID;
INSERT INTO "group_retries" VALUES(2,'g',1);
CREATE TABLE leases (
    run INTEGER NOT NULL PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    pid INTEGER NOT NULL,
    process_start TEXT NOT NULL,
    held_at REAL NOT NULL
);
CREATE TABLE leftover_logs (
    folder TEXT NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    run_id TEXT NOT NULL
) WITHOUT ROWID;
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
    pulled_at REAL NOT NULL, source_run TEXT,
    PRIMARY KEY (run, task, map_index, try_number, argument, position),
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO "pulls" VALUES(1,'b',-1,1,'score',0,'a',-1,'score',1,1800000005.0,NULL);
INSERT INTO "pulls" VALUES(2,'m',0,1,'x',0,'a',-1,'token',1,1800000014.0,'run_1');
CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    task TEXT,
    requested_at REAL NOT NULL,
    answer TEXT,
    answered_at REAL
, data TEXT NOT NULL DEFAULT '{}');
INSERT INTO "requests" VALUES(1,2,'clear','m[1]',1800000017.0,'cleared',1800000018.0,'{"downstream": true}');
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
, logical_date TEXT, params TEXT NOT NULL DEFAULT '{}', parent TEXT, paused INTEGER NOT NULL DEFAULT 0);
INSERT INTO "runs" VALUES(1,'run_1','test','/pipelines/test.toml','f56381404e16067b77bcc19f0c0f079dd83c7d4bd9b94026d5d286152054b8c8','success',NULL,1800000000.0,1800000007.0,NULL,'{}',NULL,0);
INSERT INTO "runs" VALUES(2,'run_2','test','/pipelines/test.toml','f56381404e16067b77bcc19f0c0f079dd83c7d4bd9b94026d5d286152054b8c8','cancelled','Ctrl-C',1800000008.0,1800000020.0,'2027-01-15T00:00:00+00:00','{"n": "3"}','run_1',1);
CREATE TABLE tasks (
    run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    reason TEXT,
    started_at REAL,
    finished_at REAL, failures INTEGER NOT NULL DEFAULT 0, retry_at REAL, expanded INTEGER,
    PRIMARY KEY (run, task, map_index)
) WITHOUT ROWID;
INSERT INTO "tasks" VALUES(1,'a',-1,0,'success',1,NULL,1800000002.0,1800000004.0,0,NULL,NULL);
INSERT INTO "tasks" VALUES(1,'b',-1,1,'success',1,NULL,1800000005.0,1800000006.0,0,NULL,NULL);
INSERT INTO "tasks" VALUES(2,'a',-1,0,'success',1,NULL,1800000010.0,1800000012.0,0,NULL,NULL);
INSERT INTO "tasks" VALUES(2,'m',-1,1,'running',0,NULL,1800000013.0,NULL,0,NULL,2);
INSERT INTO "tasks" VALUES(2,'m',0,1,'up_for_retry',1,'exit code 1',1800000014.0,NULL,1,1800000045.0,NULL);
INSERT INTO "tasks" VALUES(2,'m',1,1,'waiting',0,NULL,NULL,NULL,0,NULL,NULL);
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
    finished_at REAL, rendered TEXT, fingerprint TEXT, cached_from TEXT,
    PRIMARY KEY (run, task, map_index, number),
    FOREIGN KEY (run, task, map_index) REFERENCES tasks (run, task, map_index) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO "tries" VALUES(1,'a',-1,1,'success',NULL,NULL,NULL,NULL,'/logs/a.log',1800000002.0,1800000004.0,NULL,NULL,NULL);
INSERT INTO "tries" VALUES(1,'b',-1,1,'success',NULL,NULL,NULL,NULL,'/logs/b.log',1800000005.0,1800000006.0,NULL,NULL,NULL);
INSERT INTO "tries" VALUES(2,'a',-1,1,'success',NULL,NULL,NULL,NULL,'/logs/a.log',1800000010.0,1800000012.0,'{"code": ["true"]}','f','run_1');
INSERT INTO "tries" VALUES(2,'m',0,1,'failed','exit code 1',1,NULL,NULL,'/logs/m.log',1800000014.0,1800000015.0,NULL,NULL,NULL);
CREATE TABLE xcoms (
    seq INTEGER NOT NULL PRIMARY KEY,
    run INTEGER NOT NULL,
    task TEXT NOT NULL,
    map_index INTEGER NOT NULL DEFAULT -1,
    try_number INTEGER NOT NULL,
    xcom_key TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    pushed_at REAL NOT NULL, secret INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (run, task, map_index, try_number)
        REFERENCES tries (run, task, map_index, number) ON DELETE CASCADE
);
INSERT INTO "xcoms" VALUES(3,1,'a',-1,1,'score','float','0.5',1800000003.0,0);
INSERT INTO "xcoms" VALUES(10,2,'a',-1,1,'token','str','gAAAAABrBX4-7YVbQobLerj74JSvRzV0Uf-0_YSZbnT6CCRTa3APHj7bL0orHEOikvg0kfxmx_QIKrYPqi_Nym9ge-ptrcUVAA==',1800000011.0,1);
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
INSERT INTO "edits" VALUES(16,2,'a',-1,1,'token','str','gAAAAABrBX4-7YVbQobLerj74JSvRzV0Uf-0_YSZbnT6CCRTa3APHj7bL0orHEOikvg0kfxmx_QIKrYPqi_Nym9ge-ptrcUVAA==',1,1800000018.5,'Mia',1);
CREATE TABLE imports (
    run INTEGER PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE,
    imported_at REAL NOT NULL
);
CREATE INDEX runs_of_path ON runs (path, number);
CREATE INDEX runs_of_definition ON runs (definition);
CREATE UNIQUE INDEX xcoms_of_key ON xcoms (run, task, xcom_key, map_index, try_number);
CREATE INDEX xcoms_of_run ON xcoms (run, seq);
CREATE INDEX events_of_run ON events (run, seq);
CREATE INDEX requests_of_run ON requests (run, id);
CREATE INDEX edits_of_key ON edits (run, task, xcom_key, map_index, try_number);
CREATE INDEX runs_running ON runs (path, number) WHERE state = 'running';
CREATE INDEX runs_of_parent ON runs (parent, number) WHERE parent IS NOT NULL;
CREATE INDEX tries_of_fingerprint ON tries (fingerprint) WHERE fingerprint IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('runs',2);
INSERT INTO "sqlite_sequence" VALUES('events',18);
INSERT INTO "sqlite_sequence" VALUES('requests',1);
COMMIT;
