"""Walks over JSON text to the end of a value, in steps between which other threads of Python get on.

A short value is walked from bracket to bracket. Of a long one whole pieces are boiled down to their brackets
by what the interpreter does in C; as long as these cannot close the value, nobody looks at them one by one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from mmap import mmap

PIECE = 128 << 10
"""Bytes that are searched at once, with all other threads of Python waiting."""

_NEAR = 2 << 10
_QUOTE, _BACKSLASH = b'"'[0], b"\\"[0]
_OPENING, _CLOSING = b"[{", b"]}"
_END_OF_STRING = re.compile(rb'["\\]')
_END_OF_WORD = re.compile(rb"[,\]}\s]")
_SIGN = re.compile(rb'\\.|["\[\]{}]', re.DOTALL)
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_SQUARE = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET = bytes(byte for byte in range(256) if byte not in b"[]{}")


class TooFar(Exception):
    """What is looked for lies beyond what may be walked over."""


class Walk:
    """Walks over `data`; `check` is called at every step, and may raise."""

    def __init__(self, data: bytes | mmap, check: Callable[[], None]) -> None:
        self._data = data
        self._check = check

    def end(self, start: int, budget: int | None = None) -> int:
        """Where the value ends that begins at `start`; the end of the data for one that is cut off.

        Raises:
            TooFar: further away than `budget` bytes.
        """
        first = self._data[start]
        if first == _QUOTE:
            return self._end_of_string(start, budget)
        if first in _OPENING:
            return self._end_of_parts(start, budget)
        found = self._search(_END_OF_WORD, start)
        return len(self._data) if found is None else found

    def _end_of_string(self, start: int, budget: int | None) -> int:
        at = start + 1
        while (found := self._search(_END_OF_STRING, at, budget, start)) is not None:
            if self._data[found] == _QUOTE:
                return found + 1
            at = found + 2
        return len(self._data)

    def _end_of_parts(self, start: int, budget: int | None) -> int:
        at, depth, in_string, length = start, 0, False, _NEAR
        while at < len(self._data):
            self._check()
            if budget is not None and at - start > budget:
                raise TooFar
            stop = self._whole_signs(at + length)
            found = None if at == start else self._boiled_down(at, stop, depth, in_string=in_string)
            if found is None:
                end, depth, in_string = self._one_by_one(at, stop, depth, in_string=in_string)
                if end is not None:
                    return end
            else:
                depth, in_string = found
            at, length = stop, PIECE
        return len(self._data)

    def _whole_signs(self, stop: int) -> int:
        """The next place from `stop` on that is not within an escape."""
        while stop < len(self._data) and self._data[stop - 1] == _BACKSLASH:
            stop += 1
        return min(stop, len(self._data))

    def _one_by_one(self, at: int, stop: int, depth: int, *, in_string: bool) -> tuple[int | None, int, bool]:
        """Where the depth comes to 0, if it does before `stop`; else how deep it is there."""
        for sign in _SIGN.finditer(self._data, at, stop):
            byte = self._data[sign.start()]
            if byte == _QUOTE:
                in_string = not in_string
            elif not in_string and byte in _OPENING:
                depth += 1
            elif not in_string and byte in _CLOSING:
                depth -= 1
                if not depth:
                    return sign.end(), depth, in_string
        return None, depth, in_string

    def _boiled_down(self, at: int, stop: int, depth: int, *, in_string: bool) -> tuple[int, bool] | None:
        """How deep it is at `stop`, and whether within a string; None where it may come to 0 before."""
        piece = self._data[at:stop]
        if b"\\" in piece:
            piece = _ESCAPE.sub(b"", piece)
        between = piece.split(b'"')
        brackets = b"".join(between[int(in_string) :: 2]).translate(_SQUARE, _NO_BRACKET)
        before = -1
        while len(brackets) != before:
            before = len(brackets)
            brackets = brackets.replace(b"[]", b"")
        closing = brackets.count(b"]")
        if closing >= depth:
            return None
        return depth + len(brackets) - 2 * closing, in_string is not (len(between) % 2 == 0)

    def _search(
        self, what: re.Pattern[bytes], at: int, budget: int | None = None, start: int = 0
    ) -> int | None:
        """Where a pattern of one byte is found next."""
        while at < len(self._data):
            self._check()
            if budget is not None and at - start > budget:
                raise TooFar
            if found := what.search(self._data, at, at + PIECE):
                return found.start()
            at += PIECE
        return None
