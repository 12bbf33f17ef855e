"""A run drawn over its time: a row for each task, and which of them the run's length hangs on."""
