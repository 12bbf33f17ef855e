"""TOML, line by line, as words that have a colour. Without Qt, and content with any text, broken ones too."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator


class Word(StrEnum):
    """What a stretch of a line is."""

    TABLE = "table"
    KEY = "key"
    STRING = "string"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    COMMENT = "comment"


class Stretch(NamedTuple):
    """Characters of a line, from `start` (from 0) up to but not including `end`."""

    start: int
    end: int
    word: Word


BEGINNING = 0
"""The state before the first line."""

_QUOTES = ("", "'''", '"""')  # what the state's remainder by their number says: the quotes that are open
_ENDS = {"'''": re.compile(r"'''"), '"""': re.compile(r'(?<!\\)(?:\\\\)*"""')}
_HEADER = re.compile(r"""\s*(\[\[?(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^]"'#])*\]{0,2})""")
# In a list that was never closed, a line like this is taken for the table that it looks like.
_SURE_HEADER = re.compile(r"\[\[?\s*(?!true\b|false\b|inf\b|nan\b)[A-Za-z_]")
_KEY_FOLLOWS = re.compile(r"\s*(?:=|\.\s*[\w\"'-])")
_TOKEN = re.compile(
    r"""
    (?P<comment>\#.*)
    | (?P<quotes>\"\"\"|''')
    | (?P<string>"(?:[^"\\]|\\.)*"?|'[^']*'?)
    | (?P<date>\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d[\d:.]*(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d[\d:.]*)
    | (?P<number>[+-]?(?:0[xob][0-9A-Fa-f_]+|inf\b|nan\b|\d[\d_]*(?:\.[\d_]+)?(?:[eE][+-]?[\d_]+)?)(?![\w-]))
    | (?P<boolean>(?:true|false)\b)
    | (?P<bare>[^\s\[\]{}=,.\#"']+)
    | (?P<open>[\[{])
    | (?P<close>[\]}])
    """,
    re.VERBOSE,
)


def words_of(line: str, state: int = BEGINNING) -> tuple[list[Stretch], int]:
    """The words of a line that begins in `state`, and the state in which the next one begins."""
    walk = _Walk(line, state)
    found = list(walk.words())
    return found, walk.depth * len(_QUOTES) + _QUOTES.index(walk.quotes)


class _Walk:
    """Goes along one line; `depth` lists and braces and `quotes` are open behind it."""

    def __init__(self, line: str, state: int) -> None:
        self.line = line
        self.depth, quotes = divmod(max(0, state), len(_QUOTES))
        self.quotes = _QUOTES[quotes]

    def words(self) -> Iterator[Stretch]:
        at = 0
        if self.quotes:
            at = yield from self._string_from(0, 0)
        else:
            if self.depth and _SURE_HEADER.match(self.line):
                self.depth = 0
            header = None if self.depth else _HEADER.match(self.line)
            if header:
                yield Stretch(header.start(1), header.end(1), Word.TABLE)
                at = header.end()
        while token := _TOKEN.search(self.line, at):
            at = yield from self._of_token(token)

    def _of_token(self, token: re.Match[str]) -> Generator[Stretch, None, int]:
        kind, end = token.lastgroup or "", token.end()
        if kind == "quotes":
            self.quotes = token.group()
            return (yield from self._string_from(token.start(), end))
        if kind in ("open", "close"):
            self.depth = max(0, self.depth + (1 if kind == "open" else -1))
        elif kind != "comment" and _KEY_FOLLOWS.match(self.line, end):
            yield Stretch(token.start(), end, Word.KEY)
        elif kind != "bare":
            yield Stretch(token.start(), end, Word(kind))
        return end

    def _string_from(self, start: int, at: int) -> Generator[Stretch, None, int]:
        closing = _ENDS[self.quotes].search(self.line, at)
        end = closing.end() if closing else len(self.line)
        if closing:
            self.quotes = ""
        if end > start:
            yield Stretch(start, end, Word.STRING)
        return end
