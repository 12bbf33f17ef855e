from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.history.duration_plot import DurationPlot, words_of
from flowdesk.gui.history.durations import Bar, Durations
from flowdesk.plan.states import RunState, TaskState
from tests.gui.sessions import run_row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def bars(count: int, *, parts: tuple[float, ...] = ()) -> Durations:
    states = (TaskState.SUCCESS, TaskState.FAILED, TaskState.SKIPPED)
    made = [
        Bar(run_row(f"r{n}", n, RunState.SUCCESS), states[n % 3], float(n), n % 3, parts=parts)
        for n in range(count)
    ]
    return Durations("a", tuple(made), ("x",) if parts else ())


@pytest.fixture
def plot(qtbot: QtBot) -> DurationPlot:
    made = DurationPlot()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def test_a_click_on_a_bar_asks_for_its_run(plot: DurationPlot, qtbot: QtBot) -> None:
    plot.show_durations(bars(3), "r2")
    with qtbot.waitSignal(plot.run_chosen) as chosen:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(1).toPoint())
    assert chosen.args == ["r1"]


def test_runs_are_walked_with_keys_and_told_of(plot: DurationPlot, qtbot: QtBot) -> None:
    plot.show_durations(bars(3), "r2")
    with qtbot.waitSignal(plot.point_marked) as marked:
        QTest.keyClick(plot, Qt.Key.Key_Left)
    assert marked.args is not None
    assert words_of(marked.args[0], ())[:4] == ["Run #2", "Skipped", "2.0 s", "2 tries"]


def test_where_the_time_of_a_run_went_is_told() -> None:
    words = words_of(bars(1, parts=(3.0, 1.0)).bars[0], ("x",))
    assert words[3:5] == ["x: 3.0 s", "all other tasks: 1.0 s"]


@pytest.mark.parametrize("count", [0, 1, 5, 300])
@pytest.mark.parametrize("parts", [(), (1.0, 0.0, 2.0)])
def test_it_is_drawn_at_any_size(plot: DurationPlot, count: int, parts: tuple[float, ...]) -> None:
    plot.show_durations(bars(count, parts=parts), "r0")
    assert not plot.grab().isNull()
    plot.resize(60, 30)
    assert not plot.grab().isNull()
