"""A stored value's JSON text, of any length, read only where somebody looks: no tree of it is ever made.

`json.loads` was refused: it takes many times the size of the text, and keeps every other thread of Python
from working until it is through, so that a window would stand still for as long. Here a text (or the memory
map of one) is walked from bracket to bracket in short steps, see `json_walk`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.inspector.json_walk import TooFar, Walk
from flowdesk.gui.inspector.wanted import Wanted
from flowdesk.xcom.stored import MARK
from flowdesk.xcom.values import preview, type_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

BUDGET = 4 << 20
"""Bytes that are walked over to see what comes after them, before a page is shown without."""

PAGE = 200
_SHORT = 32 << 10  # bytes of a part that is decoded to tell how it begins
_NAME = 1000  # bytes that the name of a class takes at most
_WIDTH = 200

_QUOTE = b'"'[0]
_CLOSING = b"]}"
_WORD = re.compile(rb"[,\]} ]")
_NEXT = re.compile(rb"[\s,:]*")
_TAG = re.compile(rb'\{"\$(\w*)": ')
_LISTS = {b"tuple": "tuple", b"set": "set", b"frozenset": "frozenset"}
_OBJECTS = (b"model", b"fields")


@dataclass(frozen=True, slots=True)
class Part:
    """A value within the text: what it is called, where it begins, and how it looks.

    `inside` is where its own parts begin, None where it has none; `pairs` says that they are [key, value].
    `path` leads to it from the whole: `.best.scores[3]`.
    """

    label: str
    path: str
    start: int
    type: str
    shown: str
    inside: int | None = None
    is_object: bool = False
    pairs: bool = False


class Rest(NamedTuple):
    """Where the parts go on that were not asked for yet: after the one that begins at `start`."""

    start: int
    number: int


class Page(NamedTuple):
    """Some parts, in order; `rest` is None after the last."""

    parts: list[Part]
    rest: Rest | None


class JsonText:
    """Walks over a text. `data` is UTF-8, as `xcom.values.encode` writes it."""

    def __init__(self, data: bytes | mmap, wanted: Wanted | None = None) -> None:
        self.data = data
        self.wanted = wanted or Wanted()
        self._walk = Walk(data, self.wanted.check)

    def whole(self) -> Part:
        """The value as a part of itself."""
        return self.part("value", "", 0)

    def page(self, of: Part, rest: Rest | None = None, *, most: int = PAGE) -> Page:
        """The first parts `of` a part, or those after the ones that were there before `rest`."""
        parts: list[Part] = []
        last = rest
        for label, step, last in self.steps(of, rest):
            parts.append(self.part(label, of.path + step, last.start))
            if len(parts) == most:
                break
            try:
                self.end(last.start, BUDGET)
            except TooFar:
                break
        else:
            return Page(parts, None)
        is_all = self._is_last(of, last.start)
        return Page(parts, None if is_all else last)

    def text(self, part: Part) -> str:
        """A part as JSON text.

        Raises:
            TooFar: it is too long to be handed about.
        """
        return bytes(self.data[part.start : self.end(part.start, BUDGET)]).decode("utf-8", "replace")

    def end(self, start: int, budget: int | None = None) -> int:
        """Where the value ends that begins at `start`.

        Raises:
            TooFar: further away than `budget` bytes.
        """
        return self._walk.end(start, budget)

    def part(self, label: str, path: str, start: int) -> Part:
        """The part that begins at `start`."""
        head = bytes(self.data[start : start + 80])
        tag = _TAG.match(head)
        inside, pairs, is_object = None, False, False
        kind = ""
        if tag and (tag[1] in _LISTS or tag[1] == b"dict"):
            kind, pairs = _LISTS.get(tag[1], "dict"), tag[1] == b"dict"
            inside = start + tag.end() + 1
        elif tag and tag[1] in _OBJECTS:
            name_end = self.end(start + tag.end() + 1)
            kind = bytes(self.data[start + tag.end() + 2 : name_end - 1]).decode("utf-8", "replace")
            inside, is_object = self._after(name_end) + 1, True
        elif head.startswith(MARK.encode()):
            kind = type_name(self._short(start))
        elif not tag and head[:1] in (b"[", b"{"):
            kind = "list" if head[:1] == b"[" else "dict"
            inside, is_object = start + 1, head[:1] == b"{"
        shown = self._shown(start)
        kind = kind or self._kind(start, head, has_tag=bool(tag))
        return Part(label, path, start, kind, shown, inside, is_object, pairs)

    def is_empty(self, part: Part) -> bool:
        """Whether a part has none itself."""
        return part.inside is None or self.data[self._after(part.inside)] in _CLOSING

    def steps(self, of: Part, rest: Rest | None = None) -> Iterator[tuple[str, str, Rest]]:
        """What each part `of` a part is called, the step of a path to it, and where it begins."""
        if of.inside is None:
            return
        count = rest.number if rest else 0
        at = self._after(self.end(rest.start)) if rest else self._after(of.inside)
        if rest and of.pairs:
            at = self._after(at + 1)  # over the end of the pair
        while at < len(self.data) and self.data[at] not in _CLOSING:
            label, step, start = self._named(of, at, count)
            count += 1
            yield label, step, Rest(start, count)
            at = self._after(self.end(start))
            if of.pairs:
                at = self._after(at + 1)

    def _named(self, of: Part, at: int, count: int) -> tuple[str, str, int]:
        """What a part is called, how a path leads to it, and where it begins."""
        if of.is_object or of.pairs:
            begin = self._after(at + 1) if of.pairs else at
            end = self.end(begin)
            key = bytes(self.data[begin:end]).decode("utf-8", "replace")
            name = preview(key, _WIDTH)
            is_plain = key.startswith('"') and name.isidentifier() and f'"{name}"' == key
            return name, f".{name}" if is_plain else f"[{key}]", self._after(end)
        return str(count), f"[{count}]", at

    def _kind(self, start: int, head: bytes, *, has_tag: bool) -> str:
        """The type of a value without parts of its own."""
        if has_tag or head.startswith(b"{"):
            return type_name(bytes(self.data[start : start + _NAME]).decode("utf-8", "ignore"))
        return type_name(_WORD.split(head)[0].decode("utf-8", "ignore"))

    def _shown(self, start: int) -> str:
        if self.data[start] == _QUOTE:
            return preview(self._head(start), _WIDTH)
        try:
            return preview(self._short(start), _WIDTH)
        except (TooFar, ValueError):
            return "…"

    def _short(self, start: int) -> str:
        end = self.end(start, _SHORT)
        return bytes(self.data[start:end]).decode("utf-8", "replace")

    def _head(self, start: int) -> str:
        """The beginning of a string; no character of it is cut in two."""
        return bytes(self.data[start : start + 8 * _WIDTH]).decode("utf-8", "ignore")

    def _is_last(self, of: Part, start: int) -> bool:
        """Whether nothing comes after the part `of` one that begins there, as far as one can see."""
        try:
            after = self._after(self.end(start, BUDGET))
        except TooFar:
            return False
        if of.pairs:
            after = self._after(after + 1)
        return after >= len(self.data) or self.data[after] in _CLOSING

    def _after(self, at: int) -> int:
        found = _NEXT.match(self.data, at)
        return found.end() if found else at
