-- Version 2: which runs were imported, and were not gone on with here. What they would run is from elsewhere.

CREATE TABLE imports (
    run BIGINT PRIMARY KEY REFERENCES runs (number) ON DELETE CASCADE,
    imported_at DOUBLE PRECISION NOT NULL
);
