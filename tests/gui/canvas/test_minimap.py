from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.canvas.minimap import Minimap
from flowdesk.gui.canvas.zoom_view import Framing
from flowdesk.plan.plan import Edge, Plan
from tests.builders import bash
from tests.gui.canvas.shown import run_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.canvas.graph_view import GraphView


def chain(length: int) -> Plan:
    tasks = [bash(f"t{number}", *([f"t{number - 1}"] if number else [])) for number in range(length)]
    edges = [Edge(f"t{number - 1}", f"t{number}") for number in range(1, length)]
    return Plan("p", {task.id: task for task in tasks}, {}, tuple(edges))


@pytest.fixture
def minimap(canvas: GraphView) -> Minimap:
    """Over a graph that is much wider than the view, seen from its beginning on."""
    made = Minimap(canvas)
    canvas.show_plan(chain(12))
    canvas.start()
    return made


def test_it_is_there_only_while_not_all_is_in_sight(canvas: GraphView, minimap: Minimap) -> None:
    assert minimap.isVisible()
    canvas.fit()
    assert minimap.isHidden()
    canvas.zoom(4.0, QPointF(0, 0))
    assert minimap.isVisible()


def test_it_can_be_turned_off(minimap: Minimap) -> None:
    minimap.set_wanted(is_wanted=False)
    assert minimap.isHidden()
    minimap.set_wanted(is_wanted=True)
    assert minimap.isVisible()


def test_a_click_brings_that_part_into_the_middle_and_a_drag_goes_on(
    canvas: GraphView, minimap: Minimap
) -> None:
    middle = minimap.rect().center()
    end = QPoint(minimap.width() - 8, middle.y())
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, pos=middle)
    assert canvas.framing is Framing.FREE
    assert abs(minimap.seen.center().x() - middle.x()) < 3
    QTest.mouseMove(minimap, end)
    QTest.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=end)
    assert abs(minimap.seen.center().x() - end.x()) < 3


def test_the_frame_follows_the_view(canvas: GraphView, minimap: Minimap) -> None:
    before = minimap.seen
    canvas.pan(-300, 0)
    assert minimap.seen.left() > before.left()
    canvas.zoom_out()
    assert minimap.seen.width() > before.width()


def test_moving_the_view_paints_no_card_anew_and_a_state_does_after_a_while(
    canvas: GraphView, minimap: Minimap, qtbot: QtBot
) -> None:
    minimap.grab()
    dots = minimap._dots
    assert dots is not None
    canvas.pan(-300, 0)
    minimap.grab()
    assert minimap._dots is dots
    canvas.show_run(run_of(chain(12), {"t0": "failed"}))
    qtbot.waitUntil(lambda: minimap._dots is not dots)
    minimap.grab()
    assert minimap._dots is not None
    assert minimap._dots.pixmap.toImage() != dots.pixmap.toImage()


@pytest.mark.parametrize("lit", [(), ("t2",)])
def test_what_changed_is_painted_as_if_all_were(
    canvas: GraphView, minimap: Minimap, qtbot: QtBot, lit: tuple[str, ...]
) -> None:
    canvas.show_run(run_of(chain(12), {"t0": "running"}))
    canvas.light_up(lit)
    qtbot.waitUntil(lambda: not minimap._timer.isActive())
    minimap.grab()
    view = canvas.graph.view
    assert view is not None
    after = run_of(chain(12), {"t0": "failed", "t1": "success"})
    view._tasks.update(after._tasks)
    canvas.refresh_tasks(["t0", "t1"])
    qtbot.waitUntil(lambda: not minimap._timer.isActive())
    changed = minimap.grab().toImage()
    minimap._dots = None
    assert minimap.grab().toImage() == changed


def test_an_empty_canvas_has_none(canvas: GraphView, minimap: Minimap) -> None:
    canvas.show_plan(None)
    assert minimap.isHidden()
