from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.grid import loader as loading
from flowdesk.gui.grid.loader import GridLoader
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.surveying import Cell, Cells
from tests.builders import bash, plan_of
from tests.gui.sessions import PATH, begun, open_run, run_row

if TYPE_CHECKING:
    from flowdesk.gui.lookup import Lookup
    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow

RUNS = [run_row(f"r{number}", number, RunState.SUCCESS) for number in range(1, 31)]


class Asked:
    """A store that notes what it is asked for, and knows one task of every run."""

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int]] = []

    def cells(self, _path: str, low: int, high: int) -> Cells:
        self.ranges.append((low, high))
        cells = [Cell(number, "a", TaskState.SUCCESS, 1) for number in range(low, high + 1)]
        return Cells(cells, {}, frozenset())


@pytest.fixture
def lookups(session: Session) -> list[Lookup]:
    """The questions that the feed was given; nobody answers them by himself."""
    given: list[Lookup] = []
    session.feed._lookup_given.connect(given.append)
    return given


def made(session: Session) -> GridLoader:
    loader = GridLoader(session, session)
    loader.begin(PATH)
    return loader


def answer(lookups: list[Lookup], store: Asked) -> None:
    """Answer what was asked, and what is asked because of that."""
    while lookups:
        lookup = lookups.pop(0)
        lookup.take(lookup.read(store))  # type: ignore[arg-type]  # as much of a store as is asked


def test_many_runs_are_one_question_and_known_ones_are_none(session: Session, lookups: list[Lookup]) -> None:
    loader, store = made(session), Asked()
    loader.want(RUNS)
    answer(lookups, store)
    assert store.ranges == [(1, 30)]
    loader.want(RUNS[5:])
    assert not lookups


def test_of_large_runs_the_newest_come_first_a_batch_at_a_time(
    session: Session, lookups: list[Lookup], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "AT_ONCE", 10)
    loader, store = made(session), Asked()
    loader.want(RUNS)
    assert len(lookups) == 1, "one question at a time"
    answer(lookups, store)
    assert store.ranges == [(21, 30), (11, 20), (1, 10)]


def test_a_run_that_has_changed_is_asked_about_again(session: Session, lookups: list[Lookup]) -> None:
    loader, store = made(session), Asked()
    loader.want(RUNS)
    answer(lookups, store)
    again: list[RunRow] = [*RUNS[:-1], RUNS[-1]._replace(state=RunState.RUNNING)]
    loader.want(again)
    answer(lookups, store)
    assert store.ranges[1:] == [(30, 30)]


def test_the_shown_run_is_never_asked_about(session: Session, lookups: list[Lookup]) -> None:
    loader, store = made(session), Asked()
    open_run(session, plan_of(bash("a")), begun("r30"), RUNS[-1])
    loader.cells.show_live(30, session.view)
    loader.want(RUNS[-1:])
    answer(lookups, store)
    assert store.ranges == []


def test_answers_about_another_file_are_left_out(session: Session, lookups: list[Lookup]) -> None:
    loader, store = made(session), Asked()
    loader.want(RUNS)
    loader.begin("/other.toml")
    answer(lookups, store)
    assert not loader.cells.knows(1)
