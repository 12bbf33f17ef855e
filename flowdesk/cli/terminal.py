"""What the terminal can show: colours, characters, its width in cells."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from flowdesk.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

TAB = 4
ELLIPSIS = "…"


def prepare(*streams: TextIO) -> None:
    """Let a character that a stream's encoding lacks be shown as its escape instead of ending the program."""
    for stream in streams:
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[attr-defined]  # of TextIOWrapper


def wants_colour() -> bool | None:
    """Whether colours are asked for or refused; None: where the output is a terminal.

    Source: https://no-color.org and https://force-color.org.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return False if os.environ.get("TERM") == "dumb" else None


def is_dialogue() -> bool:
    """Whether a person can be asked: what is printed is read, and what is typed comes, from a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def sure(question: str, *, yes: bool) -> None:
    """Go on if it is certain, or a person says so; else leave.

    Raises:
        UsageError: nobody can be asked.
        Abort: the answer is no.
    """
    if yes:
        return
    if not is_dialogue():
        raise UsageError("nobody can be asked here whether this is meant; say it with --yes")
    import click

    click.confirm(question, abort=True, err=True)


def speaks(stream: TextIO, text: str) -> bool:
    """Whether a stream's encoding has all characters of `text`."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def width_of(stream: TextIO) -> int | None:
    """Return how many cells a line of this stream has; None: it is no terminal, lines may be long."""
    if not stream.isatty():
        return None
    import shutil  # which brings compression with it

    return shutil.get_terminal_size().columns


def cells_of(character: str) -> int:
    """Return how many cells a character takes: 2 for a wide one, 0 for a mark that joins the one before."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def cell_width(text: str) -> int:
    """Return how many cells a text without tabs and control characters takes."""
    return len(text) if text.isascii() else sum(map(cells_of, text))


def printable(text: str) -> str:
    """Return the text in one line and without control characters, which could steer the terminal."""
    if text.isprintable():
        return text
    return "".join(_shown(text))


def crop(text: str, width: int) -> str:
    """Return the text, ended by an ellipsis where it takes more than `width` cells."""
    if cell_width(text) <= width:
        return text
    room = width - 1
    kept = []
    for character in text:
        room -= cells_of(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + ELLIPSIS


def crop_left(text: str, width: int) -> str:
    """Return the text, begun by an ellipsis where it takes more than `width` cells."""
    if cell_width(text) <= width:
        return text
    start, room = len(text), width - 1
    while start and cells_of(text[start - 1]) <= room:
        start -= 1
        room -= cells_of(text[start])
    return ELLIPSIS + text[start:]


def wrapped(text: str, width: int | None, *, taken: int = 0, hanging: int = 0) -> list[str]:
    """Return the text in lines of `width` cells (None: in one), broken between words.

    `taken` cells of the first line are not free; the others begin with `hanging` spaces. A word that is
    wider than a line stays whole.
    """
    if width is None or taken + cell_width(text) <= width:
        return [text]
    lines, line, room = [], "", width - taken
    for word in text.split(" "):
        if line and cell_width(line) + 1 + cell_width(word) > room:
            lines.append(line)
            line, room = " " * hanging + word, width
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return the text with spaces up to `width` cells, on the left if it stands `right`."""
    space = " " * max(0, width - cell_width(text))
    return space + text if right else text + space


def _shown(text: str) -> Iterator[str]:
    for character in text:
        if character == "\n":
            yield "⏎"
        elif character == "\t":
            yield " "
        elif unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in _BIDI:
            yield character.encode("unicode_escape", "surrogatepass").decode("ascii")
        else:
            yield character


_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows, and could so make a line say what it does not."""
