"""Airflow's `macros` for templates: the functions that compute, and nothing that acts.

Source: Airflow 3's "Templates reference", section Macros.
"""

from __future__ import annotations

import json
import random
import time
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from flowdesk.engine.template_objects import Facts

if TYPE_CHECKING:
    from types import ModuleType


def ds_add(ds: str, days: int) -> str:
    """A day, so many days later."""
    return (date.fromisoformat(ds) + timedelta(days=days)).isoformat()


def ds_format(ds: str, input_format: str, output_format: str) -> str:
    """A date or time in another format, both as `strftime` writes them."""
    return datetime.strptime(ds, input_format).strftime(output_format)  # noqa: DTZ007 - as it is written


_UNITS = (
    ("year", 31536000),
    ("month", 2592000),
    ("week", 604800),
    ("day", 86400),
    ("hour", 3600),
    ("minute", 60),
)


def datetime_diff_for_humans(dt: datetime, since: datetime | None = None) -> str:
    """How far apart two moments are, in words: "3 days ago", "in 2 hours", "1 hour before"."""
    aware = dt if dt.tzinfo else dt.replace(tzinfo=UTC)
    seconds = (aware - (since or datetime.now(UTC))).total_seconds()
    unit, size = next(((unit, size) for unit, size in _UNITS if abs(seconds) >= size), ("second", 1))
    count = int(abs(seconds) // size)
    told = f"{count} {unit}{'' if count == 1 else 's'}"
    if since is not None:
        return f"{told} {'after' if seconds > 0 else 'before'}"
    return f"in {told}" if seconds > 0 else f"{told} ago"


def _only(module: ModuleType, *names: str) -> Facts:
    return Facts(module.__name__, **{name: getattr(module, name) for name in names})


MACROS = Facts(
    "macros",
    ds_add=ds_add,
    ds_format=ds_format,
    datetime_diff_for_humans=datetime_diff_for_humans,
    datetime=datetime,
    timedelta=timedelta,
    random=random.random,
    time=_only(time, "time", "strftime", "gmtime", "localtime"),
    uuid=_only(uuid, "uuid1", "uuid3", "uuid4", "uuid5", "UUID"),
    json=_only(json, "dumps", "loads"),
)
"""The part of Airflow's macros that can do no harm: modules with only the functions that compute."""
