"""Finds a text within a JSON text, in keys and values, and the parts in which it stands."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.inspector.json_walk import PIECE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.gui.inspector.json_text import JsonText, Part

MOST = 200
"""Parts that are found before the search is content."""


class Found(NamedTuple):
    """The innermost parts in which the text stands, each called by its path. `is_all`: there are no more."""

    parts: list[Part]
    is_all: bool


class _Places:
    """The places of the text, one after the other."""

    def __init__(self, places: Iterator[int]) -> None:
        self._places = places
        self.next: int | None = None
        self.go_beyond(-1)

    def go_beyond(self, place: int) -> None:
        """Go to the first place from `place` on."""
        while self.next is None or self.next < place:
            self.next = next(self._places, None)
            if self.next is None:
                return

    def is_before(self, place: int) -> bool:
        """Whether the next one lies before `place`."""
        return self.next is not None and self.next < place


def find(source: JsonText, words: str, *, most: int = MOST) -> Found:
    """Look for `words`, whatever the case of letters from A to Z.

    Raises:
        Unwanted: nobody waits for it any more.
    """
    needle = json.dumps(words, ensure_ascii=False)[1:-1].encode()
    places = _Places(_places(source, needle))
    parts: list[Part] = []
    whole = source.whole()
    for part in _parts(source, whole, places):
        if len(parts) == most:
            return Found(parts, is_all=False)
        parts.append(replace(part, label=part.path.removeprefix(".") or part.label))
    return Found(parts, is_all=True)


def _places(source: JsonText, needle: bytes) -> Iterator[int]:
    wanted = re.compile(re.escape(needle), re.IGNORECASE)
    at = 0
    while at < len(source.data):
        source.wanted.check()
        found = wanted.search(source.data, at, at + PIECE + len(needle))
        if found is None:
            at += PIECE
        else:
            yield found.start()
            at = found.end()


def _parts(source: JsonText, of: Part, places: _Places) -> Iterator[Part]:
    """The parts `of` a part in which a place lies, from here on."""
    if of.inside is None:
        if places.next is not None:
            places.next = None
            yield of
        return
    for label, step, rest in source.steps(of):
        if places.next is None:
            return
        end = source.end(rest.start)
        if not places.is_before(end):
            continue
        part = source.part(label, of.path + step, rest.start)
        if places.next < rest.start or part.inside is None:
            yield part
            places.go_beyond(rest.start if part.inside is not None else end)
        if part.inside is not None and places.is_before(end):
            yield from _parts(source, part, places)
            places.go_beyond(end)
