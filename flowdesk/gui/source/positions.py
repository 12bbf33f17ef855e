"""From a place in a file to a stretch of a text document: a `Place` counts characters, Qt units of UTF-16."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from flowdesk.errors import Place

# Qt ends a line at these too, TOML does not; each is shown as another character, so that lines stay lines.
_BREAKS = {0x2028: "␤", 0x2029: "␤", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0: "␀"}
_LONE_RETURN = re.compile(r"\r(?!\n)")
_PART = re.compile(r"[\w.-]+|\S")


def showable(text: str) -> str:
    """The text with as many lines for Qt as for TOML, and as many characters in each."""
    return _LONE_RETURN.sub("␍", text).translate(_BREAKS)


def units(text: str) -> int:
    """How long Qt takes a text to be."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def stretch_of(document: QTextDocument, place: Place) -> QTextCursor:
    """What stands at `place`, as a cursor that selects it; a place without width gets the word there."""
    start = _position(document, place.line, place.column)
    end = _position(document, place.end_line, place.end_column)
    cursor = QTextCursor(document)
    if end <= start:
        start, end = _word_at(document, start)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _position(document: QTextDocument, line: int, column: int) -> int:
    """In UTF-16 units from the document's start; what lies beyond an end is that end."""
    block = document.findBlockByNumber(min(line, document.blockCount()) - 1)
    before = block.text()[: max(0, column - 1)]
    return block.position() + units(before)


def _word_at(document: QTextDocument, position: int) -> tuple[int, int]:
    """The word at or, at a line's end, before `position`; the position itself on an empty line."""
    block = document.findBlock(position)
    units = block.text().encode("utf-16-le", "surrogatepass")
    inside = len(units[: 2 * (position - block.position())].decode("utf-16-le", "surrogatepass"))
    words = [match.span() for match in _PART.finditer(block.text())]
    found = next((span for span in words if span[1] > inside), words[-1] if words else (inside, inside))
    line = block.blockNumber() + 1
    return _position(document, line, max(found[0], min(inside, found[1] - 1)) + 1), _position(
        document, line, found[1] + 1
    )
