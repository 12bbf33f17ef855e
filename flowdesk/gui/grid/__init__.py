"""Runs and tasks as a grid: a column for each run, a row for each task."""
