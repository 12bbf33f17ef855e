"""The colours, pens and fonts that the things on the canvas share, made once per theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from flowdesk.gui.fonts import interface_font, mono_font

if TYPE_CHECKING:
    from flowdesk.gui.theme import Theme

_SHADE = 0.028
_SHADE_OPACITY = 0.85  # the dots of the ground can just be seen through


class Ink:
    """What items draw with. One object per scene; after `retheme` the same object gives the new colours."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.title = interface_font()
        self.title.setWeight(QFont.Weight.DemiBold)
        size = self.title.pointSizeF()
        self.small = interface_font()
        self.small.setPointSizeF(size * 0.92)
        self.code = mono_font(size * 0.86)
        self._colours: dict[tuple[str, float], QColor] = {}
        self._pens: dict[tuple[str, float, bool], QPen] = {}

    def retheme(self, theme: Theme) -> None:
        """Give the colours of `theme` from now on."""
        self.theme = theme
        self._colours.clear()
        self._pens.clear()

    def colour(self, role: str, opacity: float = 1.0) -> QColor:
        """The theme's colour of that name, seen through where `opacity` is below 1."""
        key = (role, opacity)
        if key not in self._colours:
            colour = self.theme.colour(role)
            colour.setAlphaF(opacity)
            self._colours[key] = colour
        return self._colours[key]

    def shade(self, depth: int) -> QColor:
        """The ground of a group that lies in `depth` others: a little nearer to the text for each."""
        ground, text = self.theme.colour("canvas"), self.theme.colour("text")
        share = min(0.5, _SHADE * (depth + 1))

        def mixed(here: float, there: float) -> float:
            return here + (there - here) * share

        return QColor.fromRgbF(
            mixed(ground.redF(), text.redF()),
            mixed(ground.greenF(), text.greenF()),
            mixed(ground.blueF(), text.blueF()),
            _SHADE_OPACITY,
        )

    def pen(self, role: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
        """A round pen; `width` in pixels at 100 %."""
        key = (role, width, dashed)
        if key not in self._pens:
            pen = QPen(self.colour(role), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if dashed:
                pen.setDashPattern([3.0, 3.0])
            self._pens[key] = pen
        return self._pens[key]
