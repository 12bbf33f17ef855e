"""How a task is carried out: in worker processes, or in this one for debugging."""
