"""What caching.toml calls."""

import time


def slow(numbers: list[int]) -> int:
    """Take a while for a sum."""
    time.sleep(0.5)
    return sum(numbers)
