"""What a pipeline file says, and where: pydantic models and the reader that maps each problem to its line."""
