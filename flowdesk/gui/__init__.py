"""The window: it reads the store, and starts runs by starting `flowdesk run`."""
