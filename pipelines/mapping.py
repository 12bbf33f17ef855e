"""What mapping.toml calls."""


def names() -> list[str]:
    """The names of the files."""
    return ["spring", "summer", "autumn", "winter"]


def measure(name: str) -> int:
    """How long a file is."""
    return len(name)


def total(sizes: list[int]) -> int:
    """How long they are together."""
    return sum(sizes)
