"""Reads what a shell task wrote as a value of the declared type: JSON, or the plain form of a type."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from flowdesk.xcom.types import Mismatch
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.xcom.types import Type


def _moment(text: str) -> datetime:
    # Before Python 3.11, fromisoformat does not know Z.
    return datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)


READERS: tuple[Callable[[str], object], ...] = (
    decode,
    json.loads,
    str,
    float,
    Decimal,
    date.fromisoformat,
    _moment,
    lambda text: timedelta(seconds=float(text)),
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
    for reader in READERS:
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
