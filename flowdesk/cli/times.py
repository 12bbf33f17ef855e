"""Moments and durations as people read them."""

from __future__ import annotations

from datetime import datetime

MINUTE = 60
HOUR = 60 * MINUTE


def local(moment: float) -> str:
    """Return a moment (seconds since the epoch) in this machine's time zone: "2026-03-01 09:30:00"."""
    return datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def clock(moment: float) -> str:
    """Return the time of day of a moment (seconds since the epoch): "09:30:00"."""
    return local(moment)[11:]


def duration(seconds: float) -> str:
    """Return a duration: "0.3s", "12s", "3m 05s", "2h 07m"."""
    seconds = max(0.0, seconds)
    if seconds < 9.95:  # noqa: PLR2004 - shown with one decimal, this is where 10.0 begins
        return f"{seconds:.1f}s"
    whole = round(seconds)
    if whole < MINUTE:
        return f"{whole}s"
    if whole < HOUR:
        return f"{whole // MINUTE}m {whole % MINUTE:02}s"
    return f"{whole // HOUR}h {whole % HOUR // MINUTE:02}m"


def between(start: float | None, end: float | None) -> str:
    """Return the duration from one moment to another; nothing where one is absent."""
    return "" if start is None or end is None else duration(end - start)
