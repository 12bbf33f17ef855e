"""What params.toml calls."""


def make(params: dict) -> list[int]:
    """A table: the squares, or the cubes where it is to be large."""
    return [number ** (3 if params["kind"] == "large" else 2) for number in range(1, params["rows"] + 1)]
