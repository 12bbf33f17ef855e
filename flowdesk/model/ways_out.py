"""The way out where a field is unknown or holds another kind of value: what its author probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.model.levels import Level, kind_fields
from flowdesk.model.other_words import FIELDS, TRIGGER_RULES
from flowdesk.model.refusals import nearest

if TYPE_CHECKING:
    from flowdesk.model.places import Loc

SHOWN = 12
"""How many known fields are listed."""

_TABLES = {
    "tasks": 'a task begins with [tasks."its id"]',
    "pipeline": 'write [pipeline], and under it name = "…"',
    "push": 'write push = { key = "float" }, with the type',
    "pull": 'write pull.argument = "task:key"',
    "expand": 'write expand.argument = "task:key", or a list',
    "env": 'write env = { NAME = "value" }',
    "wait": 'write { seconds = 60 }, { file = "data.csv" } or { until = 09:00:00 }',
    "notify": 'write "desktop", or a table: { command = ["mail", "me"] }',
}
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def for_unknown(level: Level, table: Loc, name: str, value: object) -> str:
    """What to write in the place of a field that is unknown at this level."""
    if name in FIELDS and level in (Level.TASK, Level.PIPELINE, Level.DEFAULTS, Level.FILE):
        word = FIELDS[name]
        return f"did you mean '{word}'?" if word.isidentifier() else word
    if hint := nearest(name, level.fields):
        return hint
    if level in (Level.TASK, Level.GROUP) and _looks_like(level, value):
        return f'an id with dots needs quotes: [{table[0]}."{table[1]}.{name}"]'
    known = level.fields
    if level is Level.TASK:
        known = list(dict.fromkeys([*kind_fields(), *known]))
    more = f" and {len(known) - SHOWN} more" if len(known) > SHOWN + 1 else ""
    return f"known here: {', '.join(known[:SHOWN] if more else known)}{more}"


def _looks_like(level: Level, value: object) -> bool:
    """Whether a value is a table with fields of this level, or with such tables."""
    return isinstance(value, dict) and (
        not value or any(name in level.fields or _looks_like(level, inner) for name, inner in value.items())
    )


def for_type(error: str, field: str, value: object) -> str | None:
    """What to write where a field holds another kind of value than it should. `error` is pydantic's word."""
    if error in ("dict_type", "model_type"):
        if field.startswith("task ") and isinstance(value, str):
            return f"write [tasks.{field.split()[1][1:-1]}], and under it bash = …"
        return _TABLES.get(field.strip("'"))
    if error == "string_type" and isinstance(value, int | float) and not isinstance(value, bool):
        return f'write "{value}"'
    if isinstance(value, str) and error in ("int_type", "float_type") and _NUMBER.fullmatch(value):
        return f"write {value}, without quotes"
    if isinstance(value, str) and error == "bool_type" and value.lower() in ("true", "false"):
        return f"write {value.lower()}, without quotes"
    return None


def for_word(value: str, words: list[str]) -> str:
    """Which of a few words was meant."""
    word = value.rpartition(".")[2]
    word = TRIGGER_RULES.get(word, word)
    if word.lower() in words:
        return f"did you mean '{word.lower()}'?"
    return nearest(value, words) or f"one of {', '.join(words)}"
