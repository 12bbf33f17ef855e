"""A terminal's colours made readable: each keeps its hue and is made darker or lighter against the ground.

The sixteen are taken from xterm, like the 216 of the cube and the greys (`256 colours` of its ctlseqs).
Programs choose them for a black or a white terminal, and can know of neither of our grounds.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextCharFormat

if TYPE_CHECKING:
    from flowdesk.gui.colours import Theme
    from flowdesk.gui.log.ink_style import Colour, InkStyle

READABLE, MORE_READABLE = 4.5, 7.0  # contrast, as WCAG 2 has it for AA and AAA
_STEPS = 40
_SIXTEEN = (
    "#1e1e1e", "#cd3131", "#0dbc79", "#c5a516", "#2472c8", "#bc3fbc", "#11a8cd", "#b8b8b8",
    "#767676", "#f14c4c", "#23d18b", "#e5c34b", "#3b8eea", "#d670d6", "#29b8db", "#e5e5e5",
)  # fmt: skip
_LEVELS = (0, 95, 135, 175, 215, 255)


def named_colour(colour: Colour) -> QColor:
    """The colour as a terminal has it."""
    if isinstance(colour, tuple):
        return QColor(*colour)
    if colour is None or colour < 16:  # noqa: PLR2004 - the first of the 256
        return QColor(_SIXTEEN[colour or 0])
    if colour >= 232:  # noqa: PLR2004 - the greys
        grey = 8 + 10 * (colour - 232)
        return QColor(grey, grey, grey)
    red, rest = divmod(colour - 16, 36)
    return QColor(_LEVELS[red], _LEVELS[rest // 6], _LEVELS[rest % 6])


def contrast(one: QColor, other: QColor) -> float:
    """How much two colours differ in brightness: from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(colour: QColor, ground: QColor, least: float = READABLE) -> QColor:
    """The colour, or the next one of its hue that differs from the ground by at least so much."""
    step = 1 / _STEPS if _luminance(ground) < 0.18 else -1 / _STEPS  # noqa: PLR2004 - half as bright, for an eye
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    while contrast(colour, ground) < least and 0 < lightness + step < 1:
        lightness += step
        colour = QColor.fromHslF(max(hue, 0.0), saturation, lightness)
    return colour


@lru_cache(2048)
def format_of(style: InkStyle, theme: Theme, text: str = "text") -> QTextCharFormat:
    """How characters of this style are painted; `text` names the colour of those that have none."""
    made = QTextCharFormat()
    ground, own = theme.colour("surface"), theme.colour(text)
    fore = own if style.fore is None else named_colour(style.fore)
    back = None if style.back is None else named_colour(style.back)
    if style.reverse:
        fore, back = back or ground, fore if style.fore is not None else own
    least = MORE_READABLE if theme.is_strong else READABLE
    shown_ground = back or ground
    if style.dim:
        fore = _between(fore, shown_ground)
        least = min(least, READABLE)
    made.setForeground(shown_ground if style.hidden else readable_on(fore, shown_ground, least))
    if back is not None:
        made.setBackground(back)
    if style.bold:
        made.setFontWeight(QFont.Weight.Bold)
    made.setFontItalic(style.italic)
    made.setFontUnderline(style.underline)
    made.setFontStrikeOut(style.struck)
    return made


def _between(one: QColor, other: QColor) -> QColor:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(mine * 0.6 + theirs * 0.4) for mine, theirs in parts))


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - as sRGB has it
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
