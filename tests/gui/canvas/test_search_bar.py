from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.canvas.search_bar import SearchBar
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView


@pytest.fixture
def bar(training: GraphView) -> SearchBar:
    return SearchBar(training)


def ringed(graph: GraphView) -> set[str]:
    return {name for name, item in graph.graph.drawing.nodes.items() if item._is_found}


def pale(graph: GraphView) -> set[str]:
    return {name for name, item in graph.graph.drawing.nodes.items() if item.opacity() < 1}


def type_into(bar: SearchBar, text: str) -> None:
    bar.open()
    QTest.keyClicks(bar.field, text)


def press(bar: SearchBar, key: Qt.Key, *, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(bar.field, key, modifier)


def test_hits_are_ringed_and_the_rest_dims_while_one_types(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "train")
    assert ringed(training) == {"train.a", "train.b"}
    assert pale(training) == {"get", "choose"}
    assert bar.answer.text() == "2 hits"
    assert training.graph.selected == "", "nothing is selected before somebody walks there"


def test_enter_walks_from_hit_to_hit_and_round(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "train")
    walked: list[str] = []
    for shift in (False, False, False, True):
        press(bar, Qt.Key.Key_Return, shift=shift)
        walked.append(f"{training.graph.selected} {bar.answer.text()}")
    assert walked == ["train.a 1 of 2", "train.b 2 of 2", "train.a 1 of 2", "train.b 2 of 2"]


def test_a_hit_in_a_folded_group_rings_its_box_and_is_unfolded_by_the_walk(
    bar: SearchBar, training: GraphView
) -> None:
    training.picture.fold({"train"})
    type_into(bar, "train.b")
    assert ringed(training) == {"train"}
    press(bar, Qt.Key.Key_Return)
    assert training.graph.selected == "train.b"
    assert ringed(training) == {"train.b"}


def test_escape_shows_the_graph_as_before_with_the_hit_selected(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "choose")
    press(bar, Qt.Key.Key_Return)
    press(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert (ringed(training), pale(training)) == (set(), set())
    assert training.graph.selected == "choose"
    assert training.hasFocus()


def test_what_is_not_there_is_said(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "nowhere")
    press(bar, Qt.Key.Key_Return)
    assert bar.answer.text() == "No hits"
    assert pale(training) == set()


def test_no_hit_lies_under_the_bar(bar: SearchBar, training: GraphView) -> None:
    item = training.graph.tasks["choose"]
    training.zoom(3.0, QPointF(450, 300))
    bar.open()
    corner = training.mapFromScene(item.sceneBoundingRect().topLeft())
    training.pan(bar.x() - corner.x() + 10, bar.y() - corner.y() + 10)
    QTest.keyClicks(bar.field, "choose")
    box = training.mapFromScene(item.sceneBoundingRect()).boundingRect()
    assert not box.intersects(bar.geometry())


def test_states_are_found_as_the_run_goes_on(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "state:failed")
    assert bar.found == []
    training.show_run(run_of(training_plan(), {"train.a": "failed"}))
    bar.refresh()
    assert bar.found == ["train.a"]


def test_another_plan_is_searched_for_the_same(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "get")
    training.show_plan(None)
    assert bar.found == []
    training.show_plan(training_plan())
    assert bar.found == ["get"]
    assert ringed(training) == {"get"}


def test_keys_meant_for_the_field_do_not_walk_the_graph(bar: SearchBar, training: GraphView) -> None:
    type_into(bar, "get")
    press(bar, Qt.Key.Key_Down)
    press(bar, Qt.Key.Key_Space)
    assert training.graph.selected == ""
