"""One line of text on the canvas, laid out once and drawn often."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption

_WHOLE = 100_000.0  # pixels: room for any text
_JOINT = re.compile(r"[_.\-/]+")
_BREAK = "\N{ZERO WIDTH SPACE}"


class TextLine:
    """A line no wider than `width` pixels, elided where it does not fit. Drawn by its top left corner."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float = _WHOLE,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        metrics = QFontMetricsF(font)
        flat = " ".join(text.split())
        self.shown = metrics.elidedText(flat, elide, width)
        self.is_whole = self.shown == flat
        self.size = QSizeF(metrics.horizontalAdvance(self.shown), metrics.height())
        # A fall-back face (Korean, say) may lie deeper in its line, so lines are aligned by their feet.
        self._foot = (metrics.ascent() - metrics.descent()) / 2
        self._ascent = _ascent(self.shown, font)
        self._font = font
        self._static = QStaticText(self.shown)
        self._static.setTextFormat(Qt.TextFormat.PlainText)

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw the line with its top left corner at `at`."""
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawStaticText(at, self._static)

    def draw_centred(self, painter: QPainter, left: float, middle: float, colour: QColor) -> None:
        """Draw the line from `left` on, its height centred on `middle`."""
        self.draw(painter, QPointF(left, middle + self._foot - self._ascent), colour)


def _ascent(text: str, font: QFont) -> float:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent() if line.isValid() else 0.0


def wrapped(text: str, font: QFont, width: float, most: int) -> list[TextLine]:
    """The text on up to `most` lines no wider than `width`, broken behind the joints of ids if need be."""
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
    key = font.key()
    _FONTS.setdefault(key, font)
    return _width(" ".join(text.split()), key)


_FONTS: dict[str, QFont] = {}
"""The canvas's few fonts by their keys. A font made of its key alone would lack the faces to fall back on."""


@lru_cache(maxsize=4096)
def _width(text: str, font_key: str) -> float:
    return QFontMetricsF(_FONTS[font_key]).horizontalAdvance(text)
