"""Writes tables as TOML, as plainly as it goes: a header for each named table, all else in one line."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

NAMED = ("tasks", "groups", "pools")


def written(tables: dict[str, Any]) -> str:
    """The tables of a file as its text; top fields come first."""
    lines = [f"{key(name)} = {value(field)}" for name, field in tables.items() if not isinstance(field, dict)]
    for section, table in tables.items():
        if (
            isinstance(table, dict)
            and section in NAMED
            and all(isinstance(one, dict) for one in table.values())
        ):
            for name, fields in table.items():
                lines += ["", f"[{section}.{key(name)}]", *_fields(fields)]
        elif isinstance(table, dict):
            lines += ["", f"[{section}]", *_fields(table)]
    return "\n".join(lines) + "\n"


def _fields(table: dict[str, Any]) -> list[str]:
    return [f"{key(name)} = {value(field)}" for name, field in table.items()]


def key(name: str) -> str:
    """A key, bare where it can be."""
    return name if name.isascii() and name.replace("_", "a").replace("-", "a").isalnum() else _text(name)


def value(field: object) -> str:
    """A value in one line."""
    if isinstance(field, dict):
        return "{ " + ", ".join(_fields(field)) + " }" if field else "{}"
    if isinstance(field, list):
        return f"[{', '.join(map(value, field))}]"
    if isinstance(field, str):
        return _text(field)
    if isinstance(field, bool):
        return str(field).lower()
    return field.isoformat() if isinstance(field, date | time) else repr(field)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
