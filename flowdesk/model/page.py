"""One file's text, and where in it everything stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.errors import Place
from flowdesk.model.toml_text import position_in

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.model.places import Loc, Part, Places

_WORD = re.compile(r"\w+")


@dataclass
class Page:
    """A file as it was read. Nothing of it changes; places are found when first asked for."""

    path: Path
    text: str

    def place(self, loc: Loc, part: Part = "value") -> Place:
        """Where a field stands, as `Document.place` has it."""
        return self._place(*self._places.span(loc, part))

    def place_in(self, loc: Loc, offset: int) -> Place:
        """Where character number `offset` (from 0) of the text at `loc` stands; past its end, the quotes.

        Of a word it is the rest of the word.
        """
        start, end = self._places.span(loc)
        written = self._source[start:end].decode()
        if written[:1] not in ('"', "'"):
            return self._place(start, end)
        position = position_in(written, offset)
        before = len(written[:position].encode())
        word = _WORD.match(written, position)
        width = len((word[0] if word else written[position : position + 1]).encode())
        return self._place(start + before, start + before + width)

    def task_at(self, line: int) -> str | None:
        """The id of the task to which a line (from 1) belongs, if it belongs to one."""
        if not 1 <= line <= len(self._line_starts):
            return None
        start = self._line_starts[line - 1]
        indent = len(self._source[start:]) - len(self._source[start:].lstrip(b" \t"))
        return self._places.task_at(start + indent)

    @cached_property
    def _source(self) -> bytes:
        # "replace" keeps one byte for one half of a surrogate pair: such a text is refused anyway.
        return self.text.encode(errors="replace")

    @cached_property
    def _places(self) -> Places:
        from flowdesk.model.places import Places

        return Places(self._source)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        while (end := self._source.find(b"\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    def _place(self, start: int, end: int) -> Place:
        line, column = self._line_and_column(start)
        return Place(str(self.path), line, column, *self._line_and_column(end))

    def _line_and_column(self, byte: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, byte)
        return line, len(self._source[self._line_starts[line - 1] : byte].decode(errors="replace")) + 1
