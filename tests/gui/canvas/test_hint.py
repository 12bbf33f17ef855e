from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from flowdesk.gui.canvas.hint import CanvasHint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_says_what_it_is_told(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    hint = CanvasHint(parent)
    hint.say("No pipeline open", "Open one.")
    assert [label.text() for label in hint.findChildren(QLabel)][1:] == ["No pipeline open", "Open one."]
