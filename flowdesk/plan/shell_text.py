"""The parts of a shell text with values in it: literal text, and what quotes the place of each value has.

The reader follows bash's grammar as far as quoting goes: it knows comments, here-documents, `$(…)`, `${…}`,
`$((…))`, `[[ … ]]`, `case` and arrays, each within any other. A value's place is one `HOLE` in the text.
What it cannot follow it refuses, so that no value is ever quoted for a place that it does not have.

Source: "Quoting" and "Shell Expansions" of the Bash reference manual; POSIX, "Shell Command Language".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from flowdesk.records import NamedTuple

HOLE = "\0"
"""Stands for a value: no shell text can hold it."""

_CONTINUED = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
"""The end of a line that goes on in the next one, after backslashes that stand for themselves."""


class Where(Enum):
    """What is around a value."""

    CODE = auto()
    EVALUATED = auto()  # by arithmetic: only a number is no code there
    DOUBLE = auto()  # "…"
    DOUBLE_IN_ARRAY = auto()  # a=("…")
    DOUBLE_IN_BRACE = auto()  # "${x:-"…"}"
    SINGLE = auto()  # '…'
    ANSI = auto()  # $'…'
    BRACE = auto()  # ${x:-…}
    BRACE_DOUBLE = auto()  # "${x:-…}"
    PATTERN_DOUBLE = auto()  # "${x#…}"
    HEREDOC = auto()
    HEREDOC_BRACE = auto()
    HEREDOC_QUOTED = auto()
    COMMENT = auto()


class Unquotable(Exception):
    """A value stands where no quotes make it data. The message says why, and what to write instead."""


@dataclass(slots=True)
class Clause:
    """A part of `[[ … ]]` between its `&&` and `||`, and whether it compares numbers."""

    evaluates: bool = False


class Ending(NamedTuple):
    """The line that ends a here-document; `tabs`: tabs before its lines are taken away.

    `is_inner`: it is within `$(…)` or `<(…)`, where bash 5.2 also ends it at a line that only begins so, if
    a `)` comes anywhere after that, and reads on right there (its `make_here_document` does it for old
    scripts). What else such a line holds is then code, so none may begin so.
    """

    line: str
    tabs: bool = False
    quoted: bool = False
    is_inner: bool = False

    def ends(self, line: str) -> bool:
        """Whether this line is it."""
        return self.bare(line) == self.line

    def is_broken_by(self, body: str) -> bool:
        """Whether a shell would end a body before its last line."""
        whole = body if self.quoted else _CONTINUED.sub(r"\1", body)
        return any(self._may_end_at(self.bare(line)) for line in whole.split("\n")[:-1])

    def _may_end_at(self, line: str) -> bool:
        return line.startswith(self.line) if self.is_inner else line == self.line

    def changes(self, line: str, written: str) -> bool:
        """Whether lines of what is written after the begin of a line lose tabs, or are joined."""
        is_first = written.startswith("\t") and not line.strip("\t")
        has_tabs = self.tabs and (is_first or "\n\t" in written)
        return has_tabs or (not self.quoted and bool(_CONTINUED.search(written + "\n")))

    def bare(self, line: str) -> str:
        """A line without what is taken away from its begin."""
        return line.lstrip("\t") if self.tabs else line


class Slot(NamedTuple):
    """The place of a value. `alone`: nothing is joined to it, so it is a word of its own.

    `before_redirection`: a bare number would be a file descriptor. `why` says what evaluates it.
    `in_inner_array`: it is within `name=( … )` within `$(…)`, where bash 5.2 misreads backslashes.
    """

    where: Where
    alone: bool = False
    before_redirection: bool = False
    clause: Clause | None = None
    ending: Ending | None = None
    why: str = "the shell computes here"
    in_inner_array: bool = False


class Edge(NamedTuple):
    """Where a here-document's body begins or ends."""

    ending: Ending
    begins: bool


Piece = str | Slot | Edge


@dataclass(slots=True)
class Pieces:
    """What has been read. `text` is what is being read, `at` how far."""

    text: str
    at: int = 0
    found: list[Piece] = field(default_factory=list)

    def take(self, count: int = 1) -> None:
        """Take up the next characters as they are."""
        self.found.append(self.text[self.at : self.at + count])
        self.at += count

    def put(self, slot: Slot) -> None:
        """Take up a value's place."""
        self.found.append(slot)
        self.at += 1

    def starts(self, sign: str) -> bool:
        """Whether this comes next."""
        return self.text.startswith(sign, self.at)

    def peek(self, ahead: int = 0) -> str:
        """The character so far ahead; empty at the end."""
        return self.text[self.at + ahead : self.at + ahead + 1]

    def escape(self) -> None:
        """Take a backslash and what it escapes."""
        if self.peek(1) == HOLE:
            raise Unquotable("a backslash stands right before it; take that away, it is quoted anyway")
        self.take(2)
