"""The commands, one file each, and the one border where errors become exit codes."""
