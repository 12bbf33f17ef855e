from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.history.plot import HistoryPlot, tip_of
from tests.gui.history.test_past import ABSENT, past

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def plot(qtbot: QtBot) -> HistoryPlot:
    made = HistoryPlot()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def test_a_greater_number_stands_higher_and_a_later_run_further_right(plot: HistoryPlot) -> None:
    plot.show_past(past(1, 3, 2), "r3")
    first, second, third = (plot.place_of(index) for index in range(3))
    assert first.x() < second.x() < third.x()
    assert first.y() > third.y() > second.y()


def test_a_click_on_a_point_asks_for_its_run(plot: HistoryPlot, qtbot: QtBot) -> None:
    plot.show_past(past(1, 3, 2), "r3")
    with qtbot.waitSignal(plot.run_chosen) as chosen:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(1).toPoint())
    assert chosen.args == ["r2"]
    with qtbot.assertNotEmitted(plot.run_chosen):
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(1, 100))


def test_runs_are_walked_and_chosen_with_keys(plot: HistoryPlot, qtbot: QtBot) -> None:
    plot.show_past(past("a", ABSENT, "c"), "r3")
    for _ in range(5):
        QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    with qtbot.waitSignal(plot.run_chosen) as chosen:
        QTest.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args == ["r2"]


@pytest.mark.parametrize(
    "values",
    [
        (),
        (ABSENT,),
        (5,),
        (1, 1),
        (float("nan"), 2, float("inf")),
        ("x" * 500, "한"),
        ([1], [2]),
        tuple(range(300)),
    ],
    ids=["none", "absent", "one", "equal", "not finite", "words", "parts", "many"],
)
def test_whatever_was_pushed_is_drawn(plot: HistoryPlot, values: tuple[object, ...]) -> None:
    plot.show_past(past(*values), "r1")
    assert not plot.grab().isNull()
    plot.resize(60, 30)
    assert not plot.grab().isNull()


def test_a_tip_tells_the_run_the_value_and_what_changed() -> None:
    tip = tip_of(past({"a": "<b>"}, {"a": 2}).points[1])
    assert "Run #2" in tip
    assert ".a: &lt;b&gt; → 2" in tip
    assert "not pushed" in tip_of(past(ABSENT).points[0])
