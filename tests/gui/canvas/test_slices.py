from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from flowdesk.gui.canvas.slices import SLICE, Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def steps(took: list[float], count: int) -> Iterator[None]:
    """So many steps of a third of a slice each."""
    for _ in range(count):
        began = perf_counter()
        while perf_counter() < began + SLICE / 3:
            pass
        took.append(perf_counter())
        yield


def test_the_loop_turns_between_slices_and_the_end_comes_once(qtbot: QtBot) -> None:
    slices, turns, ends, took = Slices(), list[int](), list[str](), list[float]()
    ticks = QTimer()
    ticks.setInterval(0)
    ticks.timeout.connect(lambda: turns.append(len(took)))
    ticks.start()
    slices.run(steps(took, 20), lambda: ends.append("end"))
    assert took == []
    qtbot.waitUntil(lambda: bool(ends))
    assert len(took) == 20
    assert len({done for done in turns if 0 < done < 20}) >= 3
    qtbot.wait(0)
    assert ends == ["end"]


def test_another_work_takes_the_place_of_the_one_under_way(qtbot: QtBot) -> None:
    slices, ends = Slices(), list[str]()
    slices.run(steps([], 100), lambda: ends.append("first"))
    slices.run(steps([], 1), lambda: ends.append("second"))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["second"]


def test_what_is_stopped_has_no_end(qtbot: QtBot) -> None:
    slices, ends, took = Slices(), list[str](), list[float]()
    slices.run(steps(took, 3), lambda: ends.append("end"))
    slices.stop()
    qtbot.wait(10)
    assert (ends, took) == ([], [])
