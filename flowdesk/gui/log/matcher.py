"""Finds in one line: a plain text, or a regular expression.

Expressions are Qt's (PCRE), which gives up on one that would take for ever, as Python's do not: a log is
looked through in the window's thread, a slice at a time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QRegularExpression

_MOST_OF_A_LINE = 1000
_PLANE = 0xFFFF  # characters beyond it take two places in Qt's texts


class Wanted(NamedTuple):
    """What is looked for."""

    text: str
    is_regex: bool = False
    has_case: bool = False


class Matcher:
    """Finds what is wanted; `error` says what is wrong with it, "" if nothing is."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.error = ""
        self._plain: re.Pattern[str] | None = None
        self._regex = QRegularExpression()
        if wanted.is_regex:
            options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
            if not wanted.has_case:
                options |= QRegularExpression.PatternOption.CaseInsensitiveOption
            self._regex = QRegularExpression(wanted.text, options)
            self.error = "" if self._regex.isValid() else self._regex.errorString()
        else:
            flags = re.NOFLAG if wanted.has_case else re.IGNORECASE
            self._plain = re.compile(re.escape(wanted.text), flags)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where in `text` it is, as begins and ends in characters."""
        if not self.wanted.text or self.error:
            return []
        if self._plain is not None:
            return [found.span() for found in self._plain.finditer(text)]
        return self._find_regex(text)

    def may_be_in(self, text: str) -> bool:
        """Whether it can be in one of many lines; False spares looking at each."""
        return self._plain is None or self._plain.search(text) is not None

    def _find_regex(self, text: str) -> list[tuple[int, int]]:
        found, places = self._regex.globalMatch(text), list[tuple[int, int]]()
        while found.hasNext() and len(places) < _MOST_OF_A_LINE:
            one = found.next()
            if one.capturedLength():
                places.append((one.capturedStart(), one.capturedEnd()))
        if places and any(ord(sign) > _PLANE for sign in text):
            return [(characters(text, start), characters(text, end)) for start, end in places]
        return places


def units(text: str, place: int) -> int:
    """Where in Qt's text the character at `place` is: it counts units of UTF-16."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, place: int) -> int:
    """The other way round."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
