from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.errors import Place, Problem, Severity
from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.theme import current_theme
from tests.builders import bash, plan_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PLACE = Place("p.toml", 1, 1, 1, 2)
ERROR, WARNING = Problem("FD101", "no field", PLACE), Problem("FD801", "no use", PLACE, Severity.WARNING)


def shown(qtbot: QtBot) -> GraphView:
    view = GraphView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show_plan(plan_of(bash("a"), bash("b", "a")))
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_task_with_problems_has_a_badge_of_the_worst_and_how_many(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_problems({"a": [WARNING, ERROR], "b": [WARNING], "gone": [ERROR]})
    badges = view.graph.badges
    assert {task: (badge.severity, badge.text) for task, badge in badges.items()} == {
        "a": (Severity.ERROR, "2"),
        "b": (Severity.WARNING, ""),
    }
    assert "no field" in badges["a"].toolTip()
    view.show_problems({})
    assert not view.graph.badges


def test_a_click_on_a_badge_selects_its_task_and_asks_for_its_problems(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_problems({"b": [ERROR]})
    at = view.mapFromScene(view.graph.badges["b"].sceneBoundingRect().center())
    with qtbot.waitSignal(view.badge_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == ["b"]
    assert view.graph.selected == "b"


def test_a_stale_graph_is_grey_but_its_badges_are_not(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.show_problems({"b": [ERROR]})
    view.show_stale(is_stale=True)
    ink = view.graph.ink
    assert ink.colour("accent").hsvSaturation() < 20
    assert ink.colour("accent") != ink.colour("text")
    image = view.viewport().grab().toImage()
    box = view.mapFromScene(view.graph.badges["b"].sceneBoundingRect()).boundingRect()
    pixels = {
        image.pixelColor(box.x() + x, box.y() + y).name()
        for x in range(box.width())
        for y in range(box.height())
    }
    assert current_theme().failed in pixels
    view.show_stale(is_stale=False)
    assert ink.colour("accent").name() == current_theme().accent
