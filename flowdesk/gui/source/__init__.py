"""A pipeline's text in the window: coloured, numbered, its problems at their places."""
