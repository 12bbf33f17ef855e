-- Version 2: which runs were imported, and were not gone on with here. What they would run is from elsewhere.

CREATE TABLE IF NOT EXISTS imports (
    run INTEGER NOT NULL PRIMARY KEY,
    imported_at DOUBLE NOT NULL,
    FOREIGN KEY (run) REFERENCES runs (number) ON DELETE CASCADE
) ENGINE = InnoDB {text};
