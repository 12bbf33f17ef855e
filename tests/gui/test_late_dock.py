"""Tests of docks whose panels are made late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow

from flowdesk.gui.late_dock import LateDock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Maker:
    """Counts the panels it made."""

    def __init__(self) -> None:
        self.made: list[QLabel] = []

    def make(self) -> QLabel:
        """One more panel."""
        self.made.append(QLabel("panel"))
        return self.made[-1]


def window_with(qtbot: QtBot, *makers: Maker) -> tuple[QMainWindow, list[LateDock]]:
    """A window in which docks share a place, the last one in front."""
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = [LateDock(str(number), maker.make, window) for number, maker in enumerate(makers)]
    for dock in docks:
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    for dock in docks[1:]:
        window.tabifyDockWidget(docks[0], dock)
    docks[-1].raise_()
    return window, docks


def test_a_panel_behind_another_is_made_when_it_comes_to_the_front(qtbot: QtBot) -> None:
    behind, front = Maker(), Maker()
    window, docks = window_with(qtbot, behind, front)
    assert not front.made
    window.show()
    qtbot.waitUntil(lambda: bool(front.made))
    assert not behind.made
    docks[0].raise_()
    qtbot.waitUntil(lambda: bool(behind.made))
    assert behind.made[0].isVisible()


def test_a_panel_is_made_once_for_whoever_asks_for_it(qtbot: QtBot) -> None:
    maker = Maker()
    window, docks = window_with(qtbot, maker)
    assert docks[0].widget() is docks[0].widget() is maker.made[0]
    window.show()
    qtbot.waitExposed(window)
    assert len(maker.made) == 1


def test_a_hidden_dock_has_no_panel_yet(qtbot: QtBot) -> None:
    maker = Maker()
    window, docks = window_with(qtbot, maker)
    docks[0].hide()
    window.show()
    qtbot.waitExposed(window)
    assert not maker.made
    docks[0].show()
    assert maker.made
