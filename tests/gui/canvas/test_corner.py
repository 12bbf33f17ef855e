from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from flowdesk.gui.canvas.corner import Corner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("corner", "place"),
    [
        (Qt.Corner.TopLeftCorner, (12, 12)),
        (Qt.Corner.TopRightCorner, (338, 12)),
        (Qt.Corner.BottomLeftCorner, (12, 268)),
        (Qt.Corner.BottomRightCorner, (338, 268)),
    ],
)
def test_a_widget_stays_in_its_corner_whatever_changes_its_size(
    qtbot: QtBot, corner: Qt.Corner, place: tuple[int, int]
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(200, 100)
    widget = QWidget(room)
    Corner(widget, room, corner)
    room.show()
    widget.resize(50, 20)
    room.resize(400, 300)
    assert (widget.x(), widget.y()) == place
