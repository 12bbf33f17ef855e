"""Airflow's `macros`: what computes with dates, and some modules of the standard library.

Source: Airflow 3's "Templates reference", section Macros.
"""

from __future__ import annotations

import importlib
from datetime import date, datetime, timedelta, timezone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_UNITS = (
    ("year", 31536000),
    ("month", 2592000),
    ("week", 604800),
    ("day", 86400),
    ("hour", 3600),
    ("minute", 60),
)


def ds_add(ds: str, days: int) -> str:
    """A day, so many days later."""
    return (date.fromisoformat(ds) + timedelta(days=days)).isoformat()


def ds_format(ds: str, input_format: str, output_format: str) -> str:
    """A date or time in another format, both as `strftime` writes them."""
    return datetime.strptime(ds, input_format).strftime(output_format)  # noqa: DTZ007 - as it is written


def datetime_diff_for_humans(dt: datetime, since: datetime | None = None) -> str:
    """How far apart two moments are, in words: "3 days ago", "in 2 hours", "1 hour before"."""
    utc = timezone.utc  # noqa: UP017 - the alias came with Python 3.11
    aware = dt if dt.tzinfo else dt.replace(tzinfo=utc)
    seconds = (aware - (since or datetime.now(utc))).total_seconds()
    unit, size = next(((unit, size) for unit, size in _UNITS if abs(seconds) >= size), ("second", 1))
    count = int(abs(seconds) // size)
    told = f"{count} {unit}{'' if count == 1 else 's'}"
    if since is not None:
        return f"{told} {'after' if seconds > 0 else 'before'}"
    return f"in {told}" if seconds > 0 else f"{told} ago"


class Macros:
    """What a callable gets as `macros`. Modules are imported when they are asked for."""

    ds_add = staticmethod(ds_add)
    ds_format = staticmethod(ds_format)
    datetime_diff_for_humans = staticmethod(datetime_diff_for_humans)
    datetime = datetime
    timedelta = timedelta

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a module, or a function of one
        if name in ("json", "time", "uuid"):
            return importlib.import_module(name)
        if name == "random":  # in Airflow too the function of this name
            return importlib.import_module(name).random
        raise AttributeError(f"there is no macro {name!r}")

    def __repr__(self) -> str:
        return "<macros>"


MACROS = Macros()
