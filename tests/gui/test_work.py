from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from shiboken6 import isValid

from flowdesk.gui.work import Work, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def workshop(qapp: object) -> Iterator[Workshop]:
    assert qapp
    made = Workshop()
    yield made
    made.close()


class Ends:
    """Remembers how works ended, and in which thread that was told."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.threads: set[int] = set()

    def take(self, what: object) -> None:
        self.told.append(what)
        self.threads.add(threading.get_ident())


def test_a_work_is_done_in_another_thread_and_its_end_told_in_this_one(
    workshop: Workshop, qtbot: QtBot
) -> None:
    ends = Ends()
    workshop.give(Work(threading.get_ident, ends.take, ends.take))
    qtbot.waitUntil(lambda: bool(ends.told))
    assert ends.told != [threading.get_ident()]
    assert ends.threads == {threading.get_ident()}


def test_an_error_goes_to_the_works_own_end(workshop: Workshop, qtbot: QtBot) -> None:
    good, bad = Ends(), Ends()
    workshop.give(Work(lambda: 1 // 0, good.take, bad.take))
    qtbot.waitUntil(lambda: bool(bad.told))
    assert isinstance(bad.told[0], ZeroDivisionError)
    assert good.told == []


def test_works_are_done_in_the_order_they_were_given(workshop: Workshop, qtbot: QtBot) -> None:
    ends = Ends()
    for number in range(20):
        workshop.give(Work(lambda number=number: number, ends.take, ends.take))  # type: ignore[misc]  # bound now
    qtbot.waitUntil(lambda: len(ends.told) == 20)
    assert ends.told == list(range(20))


def test_what_is_given_after_the_end_is_kept_nowhere(qapp: object) -> None:
    assert qapp
    workshop, ends = Workshop(), Ends()
    workshop.close()
    workshop.give(Work(lambda: 1, ends.take, ends.take))
    assert not isValid(workshop._bench)
    assert not ends.told
