"""How grave a log's line is, by the words that Python, Airflow, JSON loggers and most tools put into it.

A level is looked for near the begin of a line and in the forms in which programs write it (`ERROR`,
`[error]`, `"level": "error"`, `level=error`, `E1124`), never as a word of a sentence: "no error found" is
none. Lines that go on with an entry (indented ones, a traceback) are as grave as it is.
"""

from __future__ import annotations

import re
from enum import IntEnum

NEAR = 160
"""Bytes of a line in which its level is looked for."""


class Level(IntEnum):
    """From what is least to what is most grave; NONE is said by nobody and counts as INFO."""

    DEBUG = 0
    NONE = 1
    INFO = 2
    WARNING = 3
    ERROR = 4


_WORDS = {
    b"trace": Level.DEBUG,
    b"debug": Level.DEBUG,
    b"info": Level.INFO,
    b"notice": Level.INFO,
    b"warn": Level.WARNING,
    b"warning": Level.WARNING,
    b"error": Level.ERROR,
    b"err": Level.ERROR,
    b"critical": Level.ERROR,
    b"fatal": Level.ERROR,
    b"panic": Level.ERROR,
    b"exception": Level.ERROR,
}
_ANY = rb"trace|debug|info|notice|warning|warn|error|err|critical|fatal|panic|exception"
_ESC = rb"(?:\x1b\[[0-9;]*m)?"
_LEVEL = re.compile(
    # Every way begins with a certain character, by which the engine of `re` passes over all others.
    rb"(TRACE|DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|CRITICAL|FATAL|PANIC)(?![\w\"'.=])"
    rb"|\[" + _ESC + rb"\s?(?i:(" + _ANY + rb"))\s*" + _ESC + rb"\]"
    rb'|"(?:level|levelname|severity|log_level|lvl)"\s*:\s*"(?i:(' + _ANY + rb'))"'
    rb"|level=\"?(?i:(" + _ANY + rb"))\b|lvl=\"?(?i:(" + _ANY + rb"))\b"
    rb"|severity=\"?(?i:(" + _ANY + rb"))\b"
)
_FIRST = re.compile(_ESC + rb"(?i:(" + _ANY + rb"))" + _ESC + rb":(?!:)")
_PARTS_OF_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_\"'.")
_M = ord("m")
TRACEBACK = b"Traceback (most recent call last):"
_SPACES = b" \t"
_CHAIN = (b"During handling of the above exception", b"The above exception was the direct cause")


def level_of(text: bytes) -> Level:
    """The level that a line says itself; NONE where it says none."""
    found = _LEVEL.search(text, 0, NEAR)
    while found is not None and found[1] and found.start() and text[found.start() - 1] in _PARTS_OF_WORDS:
        # What ends a sequence of colours is a letter, and part of no word.
        if text[found.start() - 1] == _M and b"\x1b" in text[max(0, found.start() - 12) : found.start()]:
            break
        found = _LEVEL.search(text, found.end(), NEAR)
    found = found or _FIRST.match(text)
    return _WORDS[found[found.lastindex or 1].lower()] if found else Level.NONE


class LevelReader:
    """Tells the level of each line of one stream, in their order."""

    def __init__(self) -> None:
        self._level = Level.NONE
        self._in_traceback = False

    def read(self, text: bytes) -> tuple[Level, bool]:
        """The level of the next line, and whether it says so itself: an entry begins there."""
        first = text[:1]
        if first in _SPACES and text.strip():
            return self._level, False
        if first == b"T" and text.startswith(TRACEBACK):
            goes_on = self._level is Level.ERROR
            self._level, self._in_traceback = Level.ERROR, True
            return Level.ERROR, not goes_on
        if text.startswith(_CHAIN):
            return Level.ERROR, False
        said = level_of(text)
        if self._in_traceback and said is Level.NONE:  # the line that names the exception ends it
            self._in_traceback = not text.strip()
            return Level.ERROR, False
        self._level, self._in_traceback = said, False
        return said, said is not Level.NONE
