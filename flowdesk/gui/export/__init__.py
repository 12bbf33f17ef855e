"""The graph as a picture or a text to be used elsewhere."""
