from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from flowdesk.gui.canvas.slices import SLICE, Slices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Work:
    """Steps of two fifths of a slice each, and the clock by which they take so long."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.done = 0

    def steps(self) -> Iterator[None]:
        for _ in range(self.count):
            self.done += 1
            yield

    def clock(self) -> float:
        return self.done * SLICE * 0.4


def test_the_loop_turns_between_slices_and_the_end_comes_once(qtbot: QtBot) -> None:
    work, turns, ends = Work(20), list[int](), list[str]()
    slices, ticks = Slices(clock=work.clock), QTimer()
    ticks.setInterval(0)
    ticks.timeout.connect(lambda: turns.append(work.done))
    ticks.start()
    slices.run(work.steps(), lambda: ends.append("end"))
    assert work.done == 0
    qtbot.waitUntil(lambda: bool(ends))
    assert work.done == 20
    assert {3, 6, 9, 12, 15, 18} <= set(turns)
    qtbot.wait(0)
    assert ends == ["end"]


def test_another_work_takes_the_place_of_the_one_under_way(qtbot: QtBot) -> None:
    slices, ends = Slices(), list[str]()
    slices.run(Work(100).steps(), lambda: ends.append("first"))
    slices.run(Work(1).steps(), lambda: ends.append("second"))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["second"]


def test_what_is_stopped_has_no_end(qtbot: QtBot) -> None:
    slices, ends, work = Slices(), list[str](), Work(3)
    slices.run(work.steps(), lambda: ends.append("end"))
    slices.stop()
    qtbot.wait(0)
    assert (ends, work.done) == ([], 0)
