"""The start page: what can be opened, before anything is."""
