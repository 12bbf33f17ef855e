"""One line of text on the canvas, laid out once and drawn often."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption

_WHOLE = 100_000.0  # pixels: room for any text
_JOINT = re.compile(r"[_.\-/]+")
_BREAK = "\N{ZERO WIDTH SPACE}"


class TextLine:
    """A line no wider than `width` pixels, elided where it does not fit. Drawn by its top left corner.

    What it takes to draw it is made when somebody wants to know it: of ten thousand cards few are ever seen.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float = _WHOLE,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        self._text = " ".join(text.split())
        self._font = font
        self._room = width
        self._elide = elide
        self.height = line_height(font)

    @cached_property
    def shown(self) -> str:
        """The text as it is drawn."""
        if text_width(self._text, self._font) <= self._room:
            return self._text
        return QFontMetricsF(self._font).elidedText(self._text, self._elide, self._room)

    @property
    def is_whole(self) -> bool:
        """Whether nothing had to be left out."""
        return self.shown == self._text

    @cached_property
    def size(self) -> QSizeF:
        """The room that it takes."""
        return QSizeF(text_width(self.shown, self._font), self.height)

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw the line with its top left corner at `at`."""
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawStaticText(at, self._static)

    @cached_property
    def _static(self) -> QStaticText:
        static = QStaticText(self.shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        return static

    @cached_property
    def _rise(self) -> float:
        """How far its top lies over its middle.

        A fall-back face (Korean, say) may lie deeper in its line, so lines are aligned by their feet.
        """
        metrics = _metrics(_key(self._font))
        # What every face has is not looked for in others.
        is_plain = self.shown.isascii()
        ascent = _plain_ascent(_key(self._font)) if is_plain else _ascent(self.shown, self._font)
        return (metrics.ascent() - metrics.descent()) / 2 - ascent

    def draw_centred(self, painter: QPainter, left: float, middle: float, colour: QColor) -> None:
        """Draw the line from `left` on, its height centred on `middle`."""
        self.draw(painter, QPointF(left, middle + self._rise), colour)


def _ascent(text: str, font: QFont) -> float:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent() if line.isValid() else 0.0


def wrapped(text: str, font: QFont, width: float, most: int) -> list[TextLine]:
    """The text on up to `most` lines no wider than `width`, broken behind the joints of ids if need be."""
    if text_width(text, font) <= width:
        return [TextLine(text, font, width)]
    layout = QTextLayout(_JOINT.sub(lambda joint: joint[0] + _BREAK, " ".join(text.split())), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(layout.text())]
    parts = [layout.text()[start:end].replace(_BREAK, "") for start, end in zip(starts, ends, strict=True)]
    return [TextLine(part, font, width) for part in parts]


def text_width(text: str, font: QFont) -> float:
    """How wide `text` is on one line, in pixels."""
    return _width(" ".join(text.split()), _key(font))


def line_height(font: QFont) -> float:
    """How high a line is, in pixels."""
    return _height(_key(font))


_FONTS: dict[str, QFont] = {}
"""The canvas's few fonts by their keys. A font made of its key alone would lack the faces to fall back on."""


_KNOWN: dict[int, tuple[QFont, str]] = {}
"""Fonts and their keys, which take long to make, by the identity of the fonts, which are kept for it."""

_MOST_KNOWN = 64


def _key(font: QFont) -> str:
    known = _KNOWN.get(id(font))
    if known is not None:
        return known[1]
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    key = font.key()
    _KNOWN[id(font)] = (font, key)
    _FONTS.setdefault(key, font)
    return key


@lru_cache(maxsize=64)
def _metrics(font_key: str) -> QFontMetricsF:
    return QFontMetricsF(_FONTS[font_key])


@lru_cache(maxsize=64)
def _plain_ascent(font_key: str) -> float:
    return _ascent("x", _FONTS[font_key])


@lru_cache(maxsize=16384)
def _width(text: str, font_key: str) -> float:
    return _metrics(font_key).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _height(font_key: str) -> float:
    return _metrics(font_key).height()
