"""The pills of one line, one above the other: which keys have one of their own, and what room they take.

A task that hands over dozens of keys would make a tower of pills higher than all else, so a stack has at
most `MOST` of them, of which the last then stands for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPointF, QSizeF

from flowdesk.gui.canvas.pill import HEIGHT, KEY_ROOM, VALUE_ROOM, pill_width
from flowdesk.gui.canvas.text_line import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.canvas.ink import Ink

MOST = 6
_GAP = 4.0

Key = TypeVar("Key")


def split(keys: Sequence[Key]) -> tuple[Sequence[Key], Sequence[Key]]:
    """Those with a pill of their own, and those that share one: none or several."""
    return (keys, ()) if len(keys) <= MOST else (keys[: MOST - 1], keys[MOST - 1 :])


def stack_size(keys: Sequence[str], ink: Ink) -> QSizeF:
    """The room that the pills of these keys need on one line, their values included."""
    shown, rest = split(keys)
    name = max(min(KEY_ROOM, text_width(key, ink.code)) for key in shown)
    count = len(shown) + bool(rest)
    return QSizeF(pill_width(name, VALUE_ROOM), count * (HEIGHT + _GAP) - _GAP)


def stack_places(middle: QPointF, count: int) -> list[QPointF]:
    """Where each of `count` pills stands round the `middle` of their line."""
    step = HEIGHT + _GAP
    return [middle + QPointF(0, (index - (count - 1) / 2) * step) for index in range(count)]
