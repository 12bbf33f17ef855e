"""A stored value as plain text: what `flowdesk xcom get` prints."""

from __future__ import annotations

import json
from datetime import date, datetime

from flowdesk.xcom.stored import reference
from flowdesk.xcom.values import decode


def plain_text(value: str) -> str | bytes:
    """Return the text for a value (JSON text as the store has it); bytes come back as they are."""
    decoded = decode(value)
    if isinstance(decoded, str | bytes):
        return decoded
    simple = _simple(decoded)
    return simple if isinstance(simple, str) else json.dumps(simple, indent=2, ensure_ascii=False)


def _simple(value: object) -> object:
    """Return the value in JSON's own types; what has none of them is its text."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dict():
            return {_name(key): _simple(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_simple(item) for item in value]
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)


def _name(key: object) -> str:
    simple = _simple(key)
    return simple if isinstance(simple, str) else json.dumps(simple, ensure_ascii=False)


def cell_text(value: str) -> str:
    """Return a stored value (JSON text) as the cell of a CSV file has it.

    Bytes are in hexadecimal, and what lies in a stored file is told by its kind and size.
    """
    if (stored := reference(value)) is not None:
        return str(stored)
    text = plain_text(value)
    return text.hex() if isinstance(text, bytes) else text
