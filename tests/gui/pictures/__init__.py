"""Pictures that the graph is compared with, and the font that makes them the same on every machine."""
