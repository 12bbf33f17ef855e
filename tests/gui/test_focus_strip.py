from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.focus_strip import FocusStrip
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[GraphView, FocusStrip]:
    view = GraphView(clock=lambda: 10.0)
    strip = FocusStrip(view)
    qtbot.addWidget(view)
    qtbot.addWidget(strip)
    view.show_plan(training_plan())
    return view, strip


def test_it_says_what_is_shown_and_how_to_leave(shown: tuple[GraphView, FocusStrip]) -> None:
    view, strip = shown
    assert strip.isHidden()
    view.focus_on("get")
    assert not strip.isHidden()
    assert strip.text.text() == "Around get: 3 tasks are shown. Escape shows all."
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    assert len(view.graph.tasks) == 4


def test_how_far_and_which_way_can_be_chosen(shown: tuple[GraphView, FocusStrip]) -> None:
    view, strip = shown
    view.focus_on("get")
    strip.steps.setCurrentText("All steps")
    strip.steps.activated.emit(strip.steps.currentIndex())
    assert len(view.graph.tasks) == 4
    strip.ways.setCurrentText("Upstream")
    strip.ways.activated.emit(strip.ways.currentIndex())
    assert set(view.graph.tasks) == {"get"}
    assert strip.text.text().startswith("Around get: 1 task is shown.")
