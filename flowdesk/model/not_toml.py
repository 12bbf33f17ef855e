"""Why a text is no TOML, in our words: tomli's messages retold, with what its author probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.errors import Place, Problem, Related
from flowdesk.model.codes import Code
from flowdesk.model.other_words import NOTHING, VALUES

if TYPE_CHECKING:
    from pathlib import Path

    import tomli

DRIVE_PATH = 'write "\\\\" for a backslash, or put the text in single quotes'
TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate")
_IN_KEYS = ("Invalid statement", "Invalid initial", "Expected '='", "Expected ']")
_BARE = re.compile(r"[^\W\d][^\n,\]}#]*")
_FOREIGN_KEY = re.compile(r"[^\s.\]=\x00-\x7f][^\s.\]=]*")
_KEY = re.compile(r"[^=\n]*[^=\s]")

# tomli's messages by how they begin, our sentences, and a way out where there is one.
_SENTENCES: tuple[tuple[str, str, str | None], ...] = (
    ("Invalid statement", "a line must begin with a key or a [table]", None),
    ("Expected newline", "nothing more may follow on this line", None),
    ("Expected ']", "this table's header is not closed", None),
    ("Cannot declare", "there is this table already", "put its fields together in one of the two places"),
    ("Cannot overwrite", "this field already has a value", "write it once"),
    ("Duplicate inline", "this field is written twice in the same braces", "write it once"),
    (
        "Cannot mutate",
        "this table is already complete where it was first written",
        "put its fields together there",
    ),
    (
        "Cannot redefine",
        "this table is already complete where it was first written",
        "put its fields together there",
    ),
    ("Expected '='", "after a key there must be '=' and a value", None),
    ("Invalid initial", "a key must stand here", None),
    ("Unclosed array", "this list is not closed: ',' or ']' must follow", None),
    ("Unclosed inline", "this table in braces is not closed: ',' or '}' must follow", None),
    ("Unescaped", "this backslash begins no escape that TOML knows", DRIVE_PATH),
    ("Invalid hex", "this escape needs hexadecimal digits", DRIVE_PATH),
    ("Escaped character", "this escape stands for no character", None),
    ("Unterminated", "this text is not closed by quotes", None),
    ("Illegal character '\\n'", "this text is not closed by quotes before its line ends", None),
    (
        "Illegal character",
        "this character may not stand in a text as it is",
        'write it as an escape, "\\u0007"',
    ),
    ("Found invalid", "this character may not stand here as it is", None),
    ("Expected", "this text is not closed by quotes before its line ends", None),
    ("Invalid date", "there is no such date or time", None),
    ("Invalid value", "a value must stand here", None),
)


def not_toml(path: Path, text: str, error: tomli.TOMLDecodeError) -> Problem:
    """The problem that tomli's error stands for."""
    position = min(error.pos, len(text))
    message, hint = next(
        ((ours, way_out) for theirs, ours, way_out in _SENTENCES if error.msg.startswith(theirs)),
        ("this is not valid TOML", None),
    )
    if error.msg.startswith(TWICE):
        return _written_twice(
            path, text, position, Problem(Code.NOT_TOML, message, place_at(path, text, 0), suggestion=hint)
        )
    place = place_at(path, text, position)
    return Problem(Code.NOT_TOML, message, place, suggestion=hint or _way_out(error.msg, text, position))


def place_at(path: Path, text: str, position: int, width: int = 1) -> Place:
    """The place of some characters of one line; at the line's end, of none."""
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    ahead = text[position : position + width].split("\n", maxsplit=1)[0].rstrip("\r")
    return Place(str(path), line, column, line, column + len(ahead))


def _way_out(message: str, text: str, position: int) -> str | None:
    if message.startswith("Invalid value") and (found := _BARE.match(text, position)):
        return _for_bare(found[0].strip())
    if message.startswith(_IN_KEYS) and (found := _FOREIGN_KEY.match(text, position)):
        return f'a name with letters other than A-Z needs quotes: "{found[0]}"'
    if message.startswith("Expected newline"):
        return _for_more(text, position)
    return None


def _for_bare(word: str) -> str:
    """What to write for a text without quotes."""
    if word in VALUES:
        return f"TOML writes {VALUES[word]}"
    if word in NOTHING:
        return "TOML has no word for nothing: leave the field out"
    quotes = "'" if '"' in word else '"'
    return f"put it in quotes: {quotes}{word}{quotes}"


def _for_more(text: str, position: int) -> str:
    """What to do about something that follows a value or a header."""
    before = text[text.rfind("\n", 0, position) + 1 : position].strip()
    if before[-1:] == "0" and text[position : position + 1].isdigit():
        return "a number does not begin with 0"
    if before[-1:] in ("'", '"') and not before.startswith("["):
        other = '"' if before[-1] == "'" else "'"
        return f"a text with {before[-1]} in it stands between {other} and {other}, or between three of them"
    return (
        "a header stands alone on its line"
        if before.startswith("[")
        else "one field per line; # begins a comment"
    )


def _written_twice(path: Path, text: str, position: int, problem: Problem) -> Problem:
    """The problem at the second table or field of a name, with the first one, if that is found."""
    start = text.rfind("\n", 0, position) + 1
    line = text[start : (text.find("\n", start) + 1 or len(text) + 1) - 1]
    start += len(line) - len(line.lstrip())
    is_header = text.startswith("[", start)
    written = line.strip().partition("]")[0] + "]" if is_header else (_KEY.match(line.strip()) or [""])[0]
    table = 0 if is_header else text.rfind("\n[", 0, start) + 1
    before = re.compile(
        rf"^[ \t]*({re.escape(written)})[ \t]*{'(?:#.*)?$' if is_header else '='}", re.MULTILINE
    )
    first = before.search(text, table, start)
    related = (
        ()
        if first is None
        else (Related("it is here first", place_at(path, text, first.start(1), len(written))),)
    )
    place = place_at(path, text, start, len(written))
    return Problem(problem.code, problem.message, place, suggestion=problem.suggestion, related=related)
