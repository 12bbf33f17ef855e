"""The moment that `wait = { until = … }` means: a date with a time, or the next such time of day.

A text without a zone is in the pipeline's timezone.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo


def moment_of(text: str, timezone: str, *, now: datetime) -> datetime:
    """Return the moment that a text means at `now`, with a zone.

    Raises:
        ValueError: the text is neither a date with a time nor a time of day.
    """
    from zoneinfo import ZoneInfo  # 2 ms, and few tasks wait for a moment

    zone = ZoneInfo(timezone)
    text = text.strip()
    try:
        at = time.fromisoformat(text)
    except ValueError:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return _next(at, at.tzinfo or zone, now)


def _next(at: time, zone: tzinfo, now: datetime) -> datetime:
    """The next moment at which clocks in a zone show a time of day; `now` itself is one."""
    here = now.astimezone(zone)
    today = datetime.combine(here.date(), at.replace(tzinfo=None), zone)
    return today if today >= here else today + timedelta(days=1)
