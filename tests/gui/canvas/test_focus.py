from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.canvas.flow import Reach
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView


def test_the_neighbourhood_of_a_task_is_shown_alone_as_far_as_asked(training: GraphView) -> None:
    training.focus_on("get")
    assert set(training.graph.tasks) == {"get", "train.a", "train.b"}
    training.focus.set_steps(2)
    assert set(training.graph.tasks) == {"get", "train.a", "train.b", "choose"}
    training.focus.set_reach(Reach.UPSTREAM)
    assert set(training.graph.tasks) == {"get"}


def test_that_of_a_group_is_that_of_all_in_it(training: GraphView) -> None:
    training.focus_on("train")
    assert set(training.graph.tasks) == {"get", "train.a", "train.b", "choose"}


def test_escape_shows_all_again_and_keeps_the_selection(training: GraphView) -> None:
    training.select_task("train.a")
    training.focus_on("train.a")
    assert "train.b" not in training.graph.tasks
    QTest.keyClick(training, Qt.Key.Key_Escape)
    assert (training.focus.center, training.picture.only) == ("", None)
    assert "train.b" in training.graph.tasks
    assert training.graph.selected == "train.a"


def test_a_task_beyond_is_revealed_by_showing_all(training: GraphView) -> None:
    training.focus_on("train.a")
    training.reveal_task("train.b")
    assert training.graph.selected == "train.b"
    assert training.focus.center == ""


def test_another_plan_is_shown_whole(training: GraphView) -> None:
    training.focus_on("get")
    training.show_plan(training_plan())
    assert training.focus.center == ""
    assert "choose" in training.graph.tasks


def test_a_neighbourhood_out_of_sight_comes_into_sight(training: GraphView) -> None:
    training.zoom_to(4.0)
    training.pan(-5000, 0)
    training.focus_on("get")
    assert training.sees(training.graph.bounds)
