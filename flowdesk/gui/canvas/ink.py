"""The colours, pens and fonts that the things on the canvas share, made once per theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen, qGray

from flowdesk.gui.fonts import interface_font, mono_font

if TYPE_CHECKING:
    from flowdesk.gui.theme import Theme

_SHADE = 0.028
_LARGE, _HUGE = 1.7, 2.3  # of names that are seen from further away
_PALE = 0.4  # how far what is stale goes towards the ground
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
        self.large, self.huge = QFont(self.title), QFont(self.title)
        self.large.setPointSizeF(size * _LARGE)
        self.huge.setPointSizeF(size * _HUGE)
        self._is_stale = False
        self._colours: dict[tuple[str, float], QColor] = {}
        self._pens: dict[tuple[str, float, bool], QPen] = {}
        self._hairs: dict[str, QPen] = {}

    def retheme(self, theme: Theme) -> None:
        """Give the colours of `theme` from now on."""
        self.theme = theme
        self._colours.clear()
        self._pens.clear()
        self._hairs.clear()

    def set_stale(self, *, is_stale: bool) -> None:
        """Give every colour as a grey near the ground from now on, or as it is."""
        self._is_stale = is_stale
        self.retheme(self.theme)

    @property
    def tone(self) -> tuple[str, bool]:
        """What all colours depend on: as long as it is the same, so are they."""
        return self.theme.name, self._is_stale

    def colour(self, role: str, opacity: float = 1.0) -> QColor:
        """The theme's colour of that name, seen through where `opacity` is below 1."""
        key = (role, opacity)
        if key not in self._colours:
            colour = self.theme.colour(role)
            if self._is_stale and not role.startswith("canvas"):
                grey = QColor.fromHsvF(-1, 0, qGray(colour.rgb()) / 255)
                colour = _mixed(grey, self.theme.colour("canvas"), _PALE)
            colour.setAlphaF(opacity)
            self._colours[key] = colour
        return self._colours[key]

    def shade(self, depth: int) -> QColor:
        """The ground of a group that lies in `depth` others: a little nearer to the text for each."""
        ground, text = self.theme.colour("canvas"), self.theme.colour("text")
        shade = _mixed(ground, text, min(0.5, _SHADE * (depth + 1)))
        shade.setAlphaF(_SHADE_OPACITY)
        return shade

    def hair(self, role: str) -> QPen:
        """A pen of one pixel of the screen at any scale, drawn several times as fast as any wider one."""
        if role not in self._hairs:
            self._hairs[role] = QPen(self.colour(role), 1)
            self._hairs[role].setCosmetic(True)
        return self._hairs[role]

    def tint(self, role: str, share: float) -> QColor:
        """The surface of a card, gone so far towards the colour `role`."""
        key = (f"surface+{role}", share)
        if key not in self._colours:
            self._colours[key] = _mixed(self.colour("surface"), self.colour(role), share)
        return self._colours[key]

    def faded(self, role: str, share: float) -> QColor:
        """The ground of the canvas, gone so far towards a colour: as if that were seen through."""
        key = (f"canvas+{role}", share)
        if key not in self._colours:
            self._colours[key] = _mixed(self.colour("canvas"), self.colour(role), share)
        return self._colours[key]

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


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """One colour gone so far towards another, from 0 to 1."""

    def mixed(here: float, there: float) -> float:
        return here + (there - here) * share

    return QColor.fromRgbF(
        mixed(one.redF(), other.redF()),
        mixed(one.greenF(), other.greenF()),
        mixed(one.blueF(), other.blueF()),
    )
