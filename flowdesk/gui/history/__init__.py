"""What a key was over the runs of a file, drawn."""
