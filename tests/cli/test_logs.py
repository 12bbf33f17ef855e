from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.home import log_path
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from tests.cli.conftest import SUCCESS, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.mark.usefixtures("finished_run")
def test_the_last_try_is_printed_unless_another_is_named(flowdesk: Callable[..., Told]) -> None:
    assert flowdesk("logs", "train").out == "train says hello, try 2\n"
    assert flowdesk("logs", "train", "1", "--try", "1").out == "train says hello, try 1\n"


@pytest.mark.usefixtures("finished_run")
def test_unknown_tasks_and_tries_are_told_in_one_sentence(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("logs", "trian")
    assert (told.code, told.err) == (2, "flowdesk: run 1 has no task 'trian', did you mean 'train'?\n")
    assert (
        flowdesk("logs", "train", "--try", "9").err == "flowdesk: task 'train' of run 1 had 2 tries, no 9\n"
    )


def test_a_task_that_never_started_has_no_log(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    told = flowdesk("logs", "a")
    assert told.err == "flowdesk: task 'a' of run 1 printed nothing: it never started and is waiting\n"


def test_following_prints_what_comes_until_the_try_ends(
    flowdesk: Callable[..., Told], store: Store, home: Path
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")

    def go_on() -> None:
        with log_path(home, "r", "a", 1).open("a") as log:
            log.write("and more\n")
        with Store.open(home) as other, other.transaction():
            other.finish_try("r", "a", 1, SUCCESS)
            other.finish_run("r", RunState.SUCCESS)

    later = threading.Thread(target=go_on)
    later.start()
    assert flowdesk("logs", "a", "-f").out == "a says hello, try 1\nand more\n"
    later.join()


def test_following_a_finished_try_prints_it_and_ends(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")
        store.finish_try("r", "a", 1, FinishedTry(TryState.FAILED, TaskState.FAILED, "exit code 1"))
    assert flowdesk("logs", "a", "--follow").out == "a says hello, try 1\n"
