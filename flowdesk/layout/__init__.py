"""Where the graph's boxes and lines go: layered, sizes respected, groups as boxes. Arithmetic without Qt."""
