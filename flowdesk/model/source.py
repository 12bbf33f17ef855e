"""The text of a pipeline file and the tables in it, or the one problem that forbids reading on."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, Any

import tomli

from flowdesk.errors import Place, Problem
from flowdesk.model.codes import Code
from flowdesk.model.not_toml import not_toml, place_at

if TYPE_CHECKING:
    from pathlib import Path

BOM = "\ufeff"
_MOST_DIGITS = re.compile(r"[0-9A-Fa-f_]{1000,}")
_MANY = 100


class Unreadable(Exception):
    """The file cannot be read; `problem` says why."""

    def __init__(self, problem: Problem, text: str = "") -> None:
        self.problem = problem
        self.text = text
        super().__init__(problem.message)


def load_text(path: Path) -> str:
    """The text of the file as it stands there, line ends included, without a byte order mark.

    Raises:
        Unreadable: there is no such file, it may not be read, or it is no UTF-8.
    """
    start = Place(str(path), 1, 1, 1, 1)
    try:
        if not stat.S_ISREG(mode := path.stat().st_mode) and not stat.S_ISDIR(mode):
            raise Unreadable(Problem(Code.FILE_UNREADABLE, "this is no ordinary file", start))
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(Problem(Code.FILE_MISSING, "there is no such file", start)) from None
    except IsADirectoryError:
        sentence = "this is a folder; a pipeline is one TOML file"
        raise Unreadable(Problem(Code.FILE_IS_FOLDER, sentence, start)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        sentence = f"the file cannot be read: {reason[:1].lower()}{reason[1:]}"
        raise Unreadable(Problem(Code.FILE_UNREADABLE, sentence, start)) from None
    try:
        return data.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        raise Unreadable(_not_utf8(path, data, error), data.decode(errors="replace")) from None


def _not_utf8(path: Path, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode().removeprefix(BOM)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    byte = data[error.start]
    sentence = f"byte 0x{byte:02x} at offset {error.start} is not UTF-8"
    hint = "save the file as UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sentence = "the file is UTF-16; TOML must be UTF-8"
    return Problem(Code.NOT_UTF8, sentence, Place(str(path), line, column, line, column + 1), suggestion=hint)


def parse(path: Path, text: str) -> dict[str, Any]:
    """The tables of the text.

    Raises:
        Unreadable: the text is empty or no TOML.
    """
    if not text.strip():
        raise Unreadable(Problem(Code.EMPTY, "the file is empty", Place(str(path), 1, 1, 1, 1)), text)
    try:
        text.encode()
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Unreadable(not_toml(path, text, error), text) from None
    except RecursionError:
        place = place_at(path, text, _deepest(text))
        raise Unreadable(Problem(Code.TOO_DEEP, "lists or tables nested too deeply", place), text) from None
    except UnicodeEncodeError as error:
        problem = Problem(
            Code.NOT_UTF8, "half of a character that UTF-8 cannot write", place_at(path, text, error.start)
        )
        raise Unreadable(problem, text) from None
    except ValueError:  # Python's limit on digits; tomli lets it pass without a place
        found = _MOST_DIGITS.search(text)
        problem = Problem(
            Code.NUMBER_TOO_LONG,
            "this number is too long",
            place_at(path, text, found.start() if found else 0),
        )
        raise Unreadable(problem, text) from None


def _deepest(text: str) -> int:
    """Where brackets lie deepest in one another; those in strings count too, which hardly matters here."""
    dotted = max(text.splitlines(), key=lambda line: line.count("."))
    if dotted.count(".") >= _MANY:
        return text.index(dotted)
    depth = deepest = at = 0
    for position, character in enumerate(text):
        if character in "[{":
            depth += 1
            if depth > deepest:
                deepest, at = depth, position
        elif character in "]}":
            depth = max(0, depth - 1)
    return at
