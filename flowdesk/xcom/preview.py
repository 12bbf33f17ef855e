"""Short human forms of stored values, for tables and the labels of edges.

What can read every value is only imported where there is one that is more than text, a number, true or null.
"""

from __future__ import annotations

import json
import re

from flowdesk.xcom.standard import standard_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Beyond this, decoding only to show a few characters costs more than it tells.
_LONG = 1_000_000
_BITS_SHOWN = 1024
_SHORT = 300
"""Characters of a number that has fewer bits."""
_SCALAR = frozenset("-0123456789tfn")
_PLAIN = ("builtins", "datetime", "decimal", "uuid")
"""The modules whose values say in a few words what they are."""


def preview(text: str, width: int = 80) -> str:
    """A stored value in at most `width` characters: strings bare, floats short, "[3 items] 1, 2, …"."""
    if text[:1] == '"':
        return _cut(_visible(_first_characters(text, width + 1)), width)
    if text[:1] in _SCALAR and len(text) <= _SHORT:
        value = json.loads(text)
        return _cut(f"{value:.6g}" if isinstance(value, float) else str(value), width)
    from flowdesk.xcom.stored import reference
    from flowdesk.xcom.values import decode, type_name

    if (stored := reference(text)) is not None:
        return _cut(_visible(str(stored)), width)
    if len(text) > _LONG:
        return _cut(f"{type_name(text)}, {len(text):,} characters as JSON", width)
    return shown(decode(text), width)


def shown(value: object, width: int = 80) -> str:
    """A value in at most `width` characters."""
    text = _visible(value[: width + 1]) if isinstance(value, str) else _short(value, width)
    return _cut(text, width)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _visible(text: str) -> str:
    """The text in one line, without characters that would move what stands around it."""
    lines = text.replace("\r\n", "\n").replace("\n", "↵").replace("\t", " ")
    return "".join(c if c.isprintable() else "�" for c in lines)


def _first_characters(text: str, count: int) -> str:
    """The first `count` characters of a JSON string; cheap on a long one."""
    start = re.match(rf'"(?:[^"\\]|\\u[0-9a-f]{{4}}|\\[^u]){{0,{count}}}', text)
    return str(json.loads(f'{start[0]}"')) if start else ""


def _short(value: object, width: int) -> str:  # noqa: PLR0911 - one for each kind of value
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, int) and value.bit_length() > _BITS_SHOWN:
        return f"an int of {value.bit_length():,} bits"
    if isinstance(value, (bytes, bytearray)):
        return f"{_count(len(value), 'byte')} {value[:width].hex()}".rstrip()
    if (name := standard_name(value)) == "datetime":
        return str(value.isoformat(sep=" "))  # type: ignore[attr-defined]  # a datetime's
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return _container(value, width)
    from flowdesk.xcom.instances import Instance
    from flowdesk.xcom.stored import Stored

    if name == "path" or isinstance(value, (Stored, Instance)):
        return _visible(str(value))
    return str(value) if type(value).__module__ in _PLAIN else type(value).__name__


def _container(value: Any, width: int) -> str:  # noqa: ANN401 - one of five kinds, with anything inside
    opening, closing = ("[", "]") if isinstance(value, list) else ("(", ")")
    if not isinstance(value, (list, tuple)):
        opening, closing = "{", "}"
    if not value:
        return opening + closing
    count = _count(len(value), "key" if isinstance(value, dict) else "item")
    shown = f"{opening}{count}{closing} "
    for position, item in enumerate(value):
        if len(shown) > width:
            break
        entry = (
            f"{_inner(item, width)}: {_inner(value[item], width)}"
            if isinstance(value, dict)
            else _inner(item, width)
        )
        shown += f", {entry}" if position else entry
    return shown


def _inner(value: object, width: int) -> str:
    """A part of a container: strings in quotes, containers as their size only."""
    if isinstance(value, str):
        return repr(_visible(value[:width]))
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return _container(value, 0).rstrip()
    return _short(value, width)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
