"""What pydantic found, told in our words: each of its errors becomes a `Problem` at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flowdesk.errors import Problem
from flowdesk.model.codes import Code
from flowdesk.model.levels import Level, kind_fields, level_of, owner_of
from flowdesk.model.refusals import nearest, written
from flowdesk.model.table import HIDDEN

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from flowdesk.model.document import Document
    from flowdesk.model.places import Loc

EXPECTED = {
    "string_type": "a string",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "dict_type": "a table",
    "model_type": "a table",
    "tuple_type": "a list",
}
LISTS_OF = {
    "after": "strings",
    "from": "strings",
    "command": "strings",
    "include": "strings",
    "tags": "strings",
}
LISTS_OF |= {"choices": "strings", "skip_on_exit_code": "whole numbers"}
BOUNDS = {"ge": "least", "le": "most"}


def told(document: Document, errors: list[ErrorDetails]) -> list[Problem]:
    """The problems that pydantic's errors stand for.

    A task whose `bsh` is unknown looks like a joint: that a joint cannot push is then no news.
    """
    unsure = {
        error["loc"][1] for error in errors if _is_in_task(error) and error["type"] == "extra_forbidden"
    }
    return [
        _problem(document, error)
        for error in errors
        if not (error["type"] == Code.JOINT_HAS_DATA and error["loc"][1] in unsure)
    ]


def _is_in_task(error: ErrorDetails) -> bool:
    loc = error["loc"]
    return len(loc) == 4 and loc[0] == "tasks"  # noqa: PLR2004 - ("tasks", id, kind, field)


def _problem(document: Document, error: ErrorDetails) -> Problem:
    loc, about_key = plain(error["loc"])
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_field(document, loc, error)
    code, sentence, hint = _sentence(error, _name(loc))
    if kind == "missing":
        return Problem(code, sentence, document.place(loc[:-1], "key"), suggestion=hint)
    offset = error.get("ctx", {}).get("offset")
    place = document.place(loc, "key" if about_key else "value")
    if offset is not None:
        place = document.place_in(loc, offset)
    return Problem(code, sentence, place, suggestion=hint)


def plain(loc: Loc) -> tuple[Loc, bool]:
    """Pydantic's path as the file's, without kinds and branches of unions; and whether it means the key."""
    if len(loc) > 2 and loc[0] == "tasks" and loc[2] != "[key]":  # noqa: PLR2004 - ("tasks", id, kind, …)
        loc = (*loc[:2], *loc[3:])
    loc = tuple(step for step in loc if not (isinstance(step, str) and step.startswith(HIDDEN)))
    return (loc[:-1], True) if loc and loc[-1] == "[key]" else (loc, False)


def _name(loc: Loc) -> str:
    """What a sentence calls the field."""
    if len(loc) == 2 and loc[0] in ("tasks", "groups"):  # noqa: PLR2004 - ("tasks", id)
        return f"{str(loc[0])[:-1]} '{loc[1]}'"
    last = loc[-1] if loc else "the file"
    return f"each item of '{loc[-2]}'" if isinstance(last, int) else f"'{last}'"


def _sentence(error: ErrorDetails, name: str) -> tuple[Code, str, str | None]:
    kind, context = error["type"], error.get("ctx", {})
    if kind in EXPECTED:
        items = (
            f" of {LISTS_OF[field]}"
            if kind == "tuple_type" and (field := name.strip("'")) in LISTS_OF
            else ""
        )
        return Code.WRONG_TYPE, f"{name} must be {EXPECTED[kind]}{items}, not {written(error['input'])}", None
    if kind == "literal_error":
        return _not_a_word(error, name)
    if "code" in context:
        return context["code"], context["sentence"].replace("{field}", name), context["suggestion"]
    if kind == "too_short" or (kind == "missing" and name == "'tasks'"):
        return Code.NO_TASKS, "the file has no tasks", 'begin one with [tasks."its id"]'
    if kind == "missing":
        return Code.MISSING_FIELD, f"{name} is missing", None
    return Code.WRONG_VALUE, f"{name} {_bound(context)}", None


def _not_a_word(error: ErrorDetails, name: str) -> tuple[Code, str, str | None]:
    """The complaint about a value that is none of a few words."""
    words = re.findall(r"'([^']+)'", error["ctx"]["expected"])
    value = error["input"]
    if not isinstance(value, str):
        return Code.WRONG_TYPE, f"{name} must be a string, not {written(value)}", None
    hint = nearest(value, words) or f"one of {', '.join(words)}"
    return Code.WRONG_VALUE, f"{name} cannot be {value[:60]!r}", hint


def _bound(context: dict[str, Any]) -> str:
    if "max_length" in context:
        return f"must have at most {context['max_length']} characters"
    words = next((f"at {end} {context[key]:,.10g}" for key, end in BOUNDS.items() if key in context), None)
    return f"must be {words}" if words else "cannot have this value"


def _unknown_field(document: Document, loc: Loc, error: ErrorDetails) -> Problem:
    table, name = loc[:-1], str(loc[-1])
    level, place = level_of(table), document.place(loc, "key")
    if level is Level.TASK and name in kind_fields():
        sentence = f"task '{table[1]}' does two things at once: {name} besides another"
        hint: str | None = f"exactly one of {', '.join(kind_fields())}; make two tasks of it"
        return Problem(Code.SEVERAL_KINDS, sentence, place, suggestion=hint)
    where = f" in {level.words.format(table[-1])}" if table else ""
    if level is Level.TASK and (kind := owner_of(name)):
        sentence = f"'{name}' is only for tasks with '{kind}'"
        return Problem(Code.UNKNOWN_FIELD, sentence, place)
    hint = nearest(name, level.fields)
    if hint is None and level in (Level.TASK, Level.GROUP) and isinstance(error["input"], dict):
        hint = f'an id with dots needs quotes: [{table[0]}."{table[1]}.{name}"]'
    hint = hint or f"known here: {', '.join(level.fields)}"
    return Problem(Code.UNKNOWN_FIELD, f"unknown field '{name}'{where}", place, suggestion=hint)
