"""The view of a log: where its lines are, and what reads, finds and paints those that are seen."""
