"""Durations as texts: "1h30m" into seconds, without pydantic, as a run reads them too."""

from __future__ import annotations

import math
import re

UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}

_NUMBER = r"(\d{1,12}(?:\.\d{1,12})?)"
_DURATION = re.compile("".join(rf"(?:{_NUMBER}\s*{unit}\s*)?" for unit in UNITS))


def read_duration(text: str) -> float | None:
    """The seconds of a text like "1h30m", or None where it is none."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()):
        return None
    return math.fsum(
        float(number) * size for number, size in zip(found.groups(), UNITS.values(), strict=True) if number
    )
