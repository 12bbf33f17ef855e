"""Two runs, or two tries of a task, side by side."""
