"""Reads what a shell task wrote as a value of the declared type: JSON, or the plain form of a type."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from uuid import UUID

from flowdesk.executors.worker.shaped import shaped
from flowdesk.xcom.types import Mismatch
from flowdesk.xcom.values import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.xcom.types import Type


def _moment(text: str) -> datetime:
    # Before Python 3.11, fromisoformat does not know Z.
    return datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)


_CLOCK = re.compile(r"(?:(-?\d+) days?, )?(\d+):(\d\d):(\d\d(?:\.\d{1,6})?)")
_UNITS = re.compile(r"(?=.)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?")


def _span(text: str) -> timedelta:
    """Read "90", "1h30m" as pipeline files write it, or "-1 day, 1:30:00" as a shell task is given it."""
    found = _CLOCK.fullmatch(text) or _UNITS.fullmatch(text)
    if found is None:
        return timedelta(seconds=float(text))
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return timedelta(days, seconds, hours=hours, minutes=minutes)


READERS: tuple[Callable[[str], object], ...] = (
    decode,
    json.loads,
    str,
    float,
    Decimal,
    date.fromisoformat,
    _moment,
    _span,
    UUID,
    Path,
    str.encode,
)
"""The ways to read a text, the plainest first; the first one that fits the type counts."""


def read(text: str, type_: Type) -> object:
    """The text as a value of the type. For `str` it is the text as it stands.

    Where nothing fits, gives what the text most likely meant, for the type to complain about.
    """
    if str(type_) == "str":
        return text

    def in_shape(text: str) -> object:
        return shaped(json.loads(text), type_, read)

    for reader in (*READERS, in_shape):
        try:
            value = reader(text)
            type_.convert(value)
        except (ValueError, InvalidOperation, Mismatch, OverflowError):
            continue
        return value
    try:
        return json.loads(text)
    except ValueError:
        return text
