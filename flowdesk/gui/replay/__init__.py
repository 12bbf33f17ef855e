"""Going through the time of a run: where it is drawn, how it is played, and what is marked on it."""
