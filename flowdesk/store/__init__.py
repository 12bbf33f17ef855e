"""What happened: runs, tries, values, pulls, events, requests, in SQLite."""
