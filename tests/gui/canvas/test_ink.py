from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from flowdesk.gui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def test_the_same_ink_gives_the_colours_of_a_new_theme(ink: Ink) -> None:
    assert ink.colour("text") == QColor(LIGHT.text)
    assert ink.pen("accent", 2).color() == QColor(LIGHT.accent)
    ink.retheme(DARK)
    assert ink.colour("text") == QColor(DARK.text)
    assert ink.pen("accent", 2).color() == QColor(DARK.accent)


def test_a_group_within_a_group_can_be_told_from_it(ink: Ink) -> None:
    shades = [ink.shade(depth).lightness() for depth in range(3)]
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades)) == 3
