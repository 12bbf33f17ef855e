"""Texts that nobody would write, made by machine: whatever comes, the reader and the check tell problems."""
