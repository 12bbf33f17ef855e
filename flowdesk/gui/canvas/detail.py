"""How much of things is drawn at which scale: all their words, their names alone, or only colour and icon."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem

TEXT_SCALE = 0.5
"""Below this scale nobody can read a card's small print."""

NAME_SCALE = 0.34
"""Below this scale a name has to be written larger yet."""

ICON_SCALE = 0.2
"""Below this scale no name can be read, however large it is written on its card."""


class Detail(Enum):
    """What is drawn, from near to far."""

    ALL = auto()
    NAME = auto()
    LARGE_NAME = auto()
    ICON = auto()


def detail_at(painter: QPainter, option: QStyleOptionGraphicsItem) -> Detail:
    """How much is to be drawn at the scale at which something is painted now."""
    scale = option.levelOfDetailFromTransform(painter.worldTransform())
    if scale >= TEXT_SCALE:
        return Detail.ALL
    if scale >= NAME_SCALE:
        return Detail.NAME
    return Detail.LARGE_NAME if scale >= ICON_SCALE else Detail.ICON
