"""What pydantic found, told in our words: each of its errors becomes a `Problem` at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flowdesk.errors import Problem, Related
from flowdesk.model.codes import Code
from flowdesk.model.levels import Level, kind_fields, level_of, owner_of
from flowdesk.model.refusals import nearest, written
from flowdesk.model.table import HIDDEN
from flowdesk.model.ways_out import for_type, for_unknown, for_word

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
KEY = "[key]"
"""What pydantic's paths end in where a key is wrong, not its value."""
BOUNDS = {"ge": "least", "le": "most"}


def told(document: Document, errors: list[ErrorDetails]) -> list[Problem]:
    """The problems that pydantic's errors stand for, without those that only follow from another one."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    unsure = {loc[1] for loc in unknown if len(loc) == 4 and loc[0] == "tasks"}  # noqa: PLR2004 - (…, id, kind, field)
    is_tasks_misspelt = any(len(loc) == 1 and nearest(str(loc[0]), ["tasks"]) for loc in unknown)
    wrong_ids = {loc[1] for loc, is_key in map(plain, errors) if is_key and len(loc) == 2}  # noqa: PLR2004 - (section, id)

    def is_news(error: ErrorDetails) -> bool:
        if error["type"] == Code.JOINT_HAS_DATA:
            return error["loc"][1] not in unsure
        if error["type"] == Code.BAD_REFERENCE:
            return str(error["input"]).partition(":")[0] not in wrong_ids
        return not (is_tasks_misspelt and _lacks_tasks(error))

    return [_problem(document, error) for error in errors if is_news(error)]


def _lacks_tasks(error: ErrorDetails) -> bool:
    return error["loc"] == ("tasks",) and error["type"] in ("missing", "too_short")


def _problem(document: Document, error: ErrorDetails) -> Problem:
    loc, about_key = plain(error)
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_field(document, loc, error)
    code, sentence, hint = _sentence(error, _name(loc))
    if kind == "missing":
        sentence += _where(loc[:-1]) if code is Code.MISSING_FIELD else ""
        return Problem(code, sentence, document.place(loc[:-1], "key"), suggestion=hint)
    context = error.get("ctx", {})
    if (offset := context.get("offset")) is not None:
        return Problem(code, sentence, document.place_in(loc, offset), suggestion=hint)
    others = [(*loc, context["other"])] if context.get("other") else []
    if context.get("beside"):
        others.append((*loc[:-1], *context["beside"]))
    related = tuple(
        Related(f"'{other[-1]}' is written here", document.place(other, "both")) for other in others
    )
    if field := context.get("at"):
        place = document.place((*loc, field), "both")
    else:
        place = document.place(loc, "key" if about_key else "value")
    return Problem(code, sentence, place, suggestion=hint, related=related)


def _where(table: Loc) -> str:
    return f" in {level_of(table).words.format(table[-1])}" if table else ""


def plain(error: ErrorDetails) -> tuple[Loc, bool]:
    """An error's path as the file's, without kinds and branches of unions; and whether it means the key."""
    loc = error["loc"]
    # A field of the file may be called like pydantic's mark too.
    is_key = bool(loc) and loc[-1] == KEY and error["type"] != "extra_forbidden"
    if len(loc) > 2 and loc[0] == "tasks" and (loc[2] != KEY or not is_key):  # noqa: PLR2004 - ("tasks", id, kind, …)
        loc = (*loc[:2], *loc[3:])
    loc = tuple(step for step in loc if not (isinstance(step, str) and step.startswith(HIDDEN)))
    return (loc[:-1], True) if is_key else (loc, False)


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
        value = error["input"]
        sentence = f"{name} must be {EXPECTED[kind]}{items}, not {written(value)}"
        return Code.WRONG_TYPE, sentence, for_type(kind, name, value)
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
    return Code.WRONG_VALUE, f"{name.replace('each', 'an')} cannot be {value[:60]!r}", for_word(value, words)


def _bound(context: dict[str, Any]) -> str:
    if "max_length" in context:
        return f"must have at most {context['max_length']} characters"
    words = next((f"at {end} {context[key]:,.10g}" for key, end in BOUNDS.items() if key in context), None)
    return f"must be {words}" if words else "cannot have this value"


def _unknown_field(document: Document, loc: Loc, error: ErrorDetails) -> Problem:
    table, name = loc[:-1], str(loc[-1])
    level, place = level_of(table), document.place(loc, "key")
    if level is Level.TASK and name in kind_fields():
        other = str(error["loc"][2])
        sentence = f"task '{table[1]}' does two things at once: {other} and {name}"
        related = (Related(f"{other} is written here", document.place((*table, other), "key")),)
        hint = "make two tasks of it, the second one with after"
        return Problem(Code.SEVERAL_KINDS, sentence, place, suggestion=hint, related=related)
    where = _where(table)
    if level is Level.TASK and (kind := owner_of(name)):
        sentence = f"'{name}' is only for tasks with '{kind}'"
        return Problem(Code.UNKNOWN_FIELD, sentence, place)
    hint = for_unknown(level, table, name, error["input"])
    sentence = f"unknown field '{name}'{where}"
    if hint.startswith("an id with dots"):
        sentence = f"'{name}' is read as a field of a {where.removeprefix(' in ')}, not as a part of the id"
    return Problem(Code.UNKNOWN_FIELD, sentence, place, suggestion=hint)
