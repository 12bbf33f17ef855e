from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView

Key = Qt.Key


def _walk(view: GraphView, *keys: Qt.Key) -> list[str]:
    walked = []
    for key in keys:
        QTest.keyClick(view, key)
        walked.append(view.graph.chosen)
    return walked


def test_folded_groups_are_walked_onto_and_entered(training: GraphView) -> None:
    training.picture.toggle("train")
    assert _walk(training, Key.Key_Right, Key.Key_Right, Key.Key_Right) == ["get", "train", "choose"]
    assert _walk(training, Key.Key_Left) == ["train"]
    QTest.keyClick(training, Key.Key_Return)
    assert set(training.graph.tasks) >= {"train.a", "train.b"}


def test_space_folds_the_group_round_a_task_and_unfolds_it(training: GraphView) -> None:
    training.select_task("train.b")
    QTest.keyClick(training, Key.Key_Space)
    assert training.graph.chosen == "train"
    QTest.keyClick(training, Key.Key_Space)
    assert training.graph.selected == "train.b"


def test_where_the_flow_runs_down_the_arrow_down_follows_it(training: GraphView) -> None:
    training.picture.turn("TB")
    assert _walk(training, Key.Key_Down, Key.Key_Down, Key.Key_Down) == ["get", "train.a", "choose"]
    assert _walk(training, Key.Key_Up, Key.Key_Right) == ["train.a", "train.b"]


@pytest.mark.parametrize(("key", "found"), [(Key.Key_Down, "train.b"), (Key.Key_Up, "train.b")])
def test_alt_and_an_arrow_go_round_among_siblings(training: GraphView, key: Qt.Key, found: str) -> None:
    training.select_task("train.a")
    QTest.keyClick(training, key, Qt.KeyboardModifier.AltModifier)
    assert training.graph.selected == found


def test_a_group_that_is_folded_from_inside_is_in_sight(training: GraphView) -> None:
    training.zoom_to(2.5)
    training.choose("train.b")
    QTest.keyClick(training, Qt.Key.Key_Space)
    assert training.graph.chosen == "train"
    assert training.sees(training.graph.folded["train"].mapRectToScene(training.graph.folded["train"].card))
