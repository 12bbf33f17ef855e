"""The canvas: the graph of a pipeline, live, with the values on its edges. One visible thing per file."""
