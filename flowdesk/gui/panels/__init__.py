"""The panels around the graph, one file each, with the actions they serve."""
