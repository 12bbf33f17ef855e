from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.canvas.graph_view import GraphView


def _middle(view: GraphView, task: str) -> QPoint:
    return view.mapFromScene(view.graph.tasks[task].sceneBoundingRect().center())


def _move(view: GraphView, to: QPoint) -> None:
    """A move of its own: Qt's test swallows one to where the mouse has been before."""
    port, none = view.viewport(), Qt.MouseButton.NoButton
    at = QPointF(to)
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, port.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(port, move)


def _dimmed(view: GraphView) -> set[str]:
    return {name for name, item in view.graph.drawing.nodes.items() if item.opacity() < 1}


def test_where_the_mouse_rests_what_comes_before_and_after_stays_bright(
    training: GraphView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(training._hovering.rested):
        _move(training, _middle(training, "train.a"))
    assert _dimmed(training) == {"train.b"}
    marked = {(edge.link.source, edge.link.target) for edge in training.graph.lines if edge.is_marked}
    assert marked == {("train.a", "choose")}
    _move(training, QPoint(3, 3))
    assert _dimmed(training) == set()


def test_nothing_is_dimmed_while_something_is_dragged(training: GraphView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(training._hovering.rested):
        _move(training, _middle(training, "get"))
    QTest.mousePress(training.viewport(), Qt.MouseButton.MiddleButton, pos=_middle(training, "get"))
    assert _dimmed(training) == set()
    QTest.mouseRelease(training.viewport(), Qt.MouseButton.MiddleButton, pos=_middle(training, "get"))


def test_a_dim_that_was_asked_for_comes_back_when_the_mouse_leaves(training: GraphView) -> None:
    training.light_up({"get"})
    training._on_hovering_rested("choose")
    assert _dimmed(training) == set()
    training._on_hovering_rested("")
    assert _dimmed(training) == {"train.a", "train.b", "choose"}
    training.light_up(())
    assert _dimmed(training) == set()
