"""Where a key leads from a cell of the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flowdesk.gui.grid.geometry import HEAD

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from flowdesk.gui.grid.geometry import Geometry

_BESIDE = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FAR = 1 << 30


def step(event: QKeyEvent, cell: tuple[int, int], place: Geometry) -> tuple[int, int] | None:
    """The cell (row, column) that a key leads to; None for a key that leads nowhere.

    Row -1 is that of the runs themselves. From nowhere, the first step is to the newest run.
    """
    way = _way(event, place)
    if way is None or not place.columns:
        return None
    row, column = cell
    if column < 0:
        return (max(row, 0) if place.rows else -1, place.columns - 1)
    return (
        min(max(row + way[0], -1), place.rows - 1),
        min(max(column + way[1], 0), place.columns - 1),
    )


def _way(event: QKeyEvent, place: Geometry) -> tuple[int, int] | None:
    key = Qt.Key(event.key())
    page = max(1, (place.height - HEAD) // place.row - 1)
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        far = -_FAR if key is Qt.Key.Key_Home else _FAR
        return (far, 0) if with_control else (0, far)
    if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
        return (-page if key is Qt.Key.Key_PageUp else page, 0)
    return _BESIDE.get(key)
