"""Item models: lists of rows seen through lists of columns."""
