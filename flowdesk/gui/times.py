"""Moments and durations as the window says them. Moments are seconds since the epoch, shown in local time."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from flowdesk.gui.language import tr

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def clock(moment: float) -> str:
    """The time of day: "09:30:07"."""
    return _local(moment).strftime("%H:%M:%S")


def moment_text(moment: float) -> str:
    """Date and time: "2026-03-01 09:30:07"."""
    return _local(moment).strftime("%Y-%m-%d %H:%M:%S")


def ago(moment: float, now: float) -> str:
    """How long ago, as people say it; beyond a week the date: "just now", "5 min ago", "yesterday"."""
    seconds = max(0.0, now - moment)
    if seconds < MINUTE:
        return tr("just now")
    if seconds < HOUR:
        return tr("{n} min ago").format(n=int(seconds // MINUTE))
    days = (_local(now).date() - _local(moment).date()).days
    if days == 0:
        return tr("{n} h ago").format(n=int(seconds // HOUR) or 1)
    if days == 1:
        return tr("yesterday")
    return tr("{n} days ago").format(n=days) if days <= 7 else _local(moment).strftime("%Y-%m-%d")  # noqa: PLR2004 - a week


def duration(seconds: float) -> str:
    """A length of time: "40 ms", "0.3 s", "12 s", "3 min 05 s", "2 h 07 min"."""
    seconds = max(0.0, seconds)
    if 0 < seconds < 0.095:  # noqa: PLR2004 - shown with one decimal, this is where 0.1 begins
        return f"{seconds * 1000:.0f} ms"
    if seconds < 9.95:  # noqa: PLR2004 - shown with one decimal, this is where 10.0 begins
        return tr("{seconds:.1f} s").format(seconds=seconds)
    whole = round(seconds)
    if whole < MINUTE:
        return tr("{seconds} s").format(seconds=whole)
    if whole < HOUR:
        return tr("{minutes} min {seconds:02} s").format(minutes=whole // MINUTE, seconds=whole % MINUTE)
    return tr("{hours} h {minutes:02} min").format(hours=whole // HOUR, minutes=whole % HOUR // MINUTE)


def exact_duration(seconds: float) -> str:
    """As `duration`, and in milliseconds below a second: "7 ms"."""
    return f"{seconds * 1000:.0f} ms" if 0 <= seconds < 1 else duration(seconds)


def so_far(seconds: float) -> str:
    """A length of time that grows: as `duration`, in whole seconds."""
    whole = int(max(0.0, seconds))
    return tr("{seconds} s").format(seconds=whole) if whole < MINUTE else duration(whole)


@lru_cache(1024)
def time_of_day(at: str) -> str:
    """The time of day of a moment in ISO 8601, to the millisecond: "09:30:07.125"."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S.%f")[:-3]


def _local(moment: float) -> datetime:
    return datetime.fromtimestamp(moment).astimezone()
