from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from tests.cli.conftest import begin, carry_out
from tests.cli.engines import engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.mark.usefixtures("finished_run")
def test_a_run_that_is_over_cannot_be_cancelled(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("cancel", "1")
    assert (told.code, told.err) == (2, "flowdesk: run 1 is not under way: it is success\n")


@pytest.mark.usefixtures("finished_run")
def test_where_no_run_is_under_way_there_is_nothing_to_cancel(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("cancel")
    assert (told.code, told.err) == (2, "flowdesk: no run is under way; the latest, run 1, is success\n")


def answering(home: Path, state: RunState | None) -> threading.Thread:
    """An engine of run "r" that takes a request up, and then ends in this state, or goes on."""

    def answer() -> None:
        with Store.open(home) as engine:
            asked = threading.Event()
            while not (requests := engine.open_requests("r")):
                asked.wait(0.01)
            with engine.transaction():
                engine.answer_request(requests[0].id, "cancelled")
            if state is not None:
                with engine.transaction():
                    engine.finish_run("r", state)

    thread = threading.Thread(target=answer)
    thread.start()
    return thread


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (RunState.CANCELLED, "Run 1: cancelled.\n"),
        (RunState.SUCCESS, "Run 1 ended by itself: success.\n"),
    ],
)
def test_the_end_of_the_run_is_awaited_and_told(
    flowdesk: Callable[..., Told], home: Path, store: Store, state: RunState, sentence: str
) -> None:
    with store.transaction():
        begin(store, "r", "a")
    engine = answering(home, state)
    told = flowdesk("cancel", "1")
    engine.join()
    assert (told.code, told.out) == (0, sentence)


def test_the_run_that_is_under_way_is_meant_though_a_later_one_is_over(
    flowdesk: Callable[..., Told], home: Path, store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        begin(store, "later", "a")
        store.finish_run("later", RunState.SUCCESS)
    engine = answering(home, RunState.CANCELLED)
    told = flowdesk("cancel")
    engine.join()
    assert told.out == "Run 1: cancelled.\n"


def test_tasks_that_do_not_end_in_time_are_told(
    flowdesk: Callable[..., Told], home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flowdesk.cli.asking.PATIENCE", 0.5)
    with store.transaction():
        begin(store, "r", "a")
    engine = answering(home, None)
    told = flowdesk("cancel")
    engine.join()
    assert told.code == 1
    assert told.err.startswith("flowdesk: run 1 is being cancelled, but its tasks have not ended")


def test_an_engine_that_does_not_answer_is_told(
    flowdesk: Callable[..., Told], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flowdesk.cli.asking.PATIENCE", 0.5)
    with store.transaction():
        begin(store, "r", "a")
    told = flowdesk("cancel")
    assert told.code == 1
    assert "has not answered" in told.err


def test_one_task_is_cancelled_and_its_end_awaited(
    flowdesk: Callable[..., Told], home: Path, store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a", "b")
        carry_out(store, "r", "a")
    ended = FinishedTry(TryState.CANCELLED, TaskState.CANCELLED)
    with engine(home, "r", "cancelled", then=lambda other: other.finish_try("r", "a", 1, ended)) as asked:
        told = flowdesk("cancel", "1", "--task", "a")
    assert (told.code, told.out) == (0, "Run 1: cancelled.\n")
    assert asked == [("cancel", "a", {})]
    assert store.tasks("r")[0].state is TaskState.CANCELLED


def test_of_a_task_that_does_not_run_no_end_is_awaited(
    flowdesk: Callable[..., Told], home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flowdesk.cli.cancel._waited", lambda _: pytest.fail("it waited"))
    with store.transaction():
        begin(store, "r", "a")
    with engine(home, "r", "nothing to do, because 'a' is not running: it is waiting"):
        told = flowdesk("cancel", "1", "--task", "a")
    assert (told.code, told.err) == (0, "")


def test_a_task_that_is_not_there_is_not_asked_for(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "train")
    told = flowdesk("cancel", "1", "--task", "trian")
    assert (told.code, told.err) == (2, "flowdesk: run 1 has no task 'trian', did you mean 'train'?\n")
    assert store.open_requests("r") == []


def test_a_run_whose_engine_died_is_taken_up_to_be_ended(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a", "b")
        carry_out(store, "r", "a")
        store._do("release_lease", run=1)  # as if its holder had died
    told = flowdesk("cancel", "1")
    assert told.code == 0, told.err
    assert store.find_run("r").state is RunState.CANCELLED
    assert [row.state for row in store.tasks("r")] == [TaskState.CANCELLED] * 2
    assert [row.answer for row in store.requests("r")] == ["cancelled"]
