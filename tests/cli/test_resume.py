from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from tests.cli.conftest import begin
from tests.cli.engines import engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


def test_a_paused_run_is_continued_by_its_engine(
    flowdesk: Callable[..., Told], home: Path, store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.set_paused("r", paused=True)
        begin(store, "another", "a")
    with engine(home, "r", "continued") as asked:
        told = flowdesk("resume")
    assert (told.code, told.out) == (0, "Run 1: continued.\n")
    assert asked == [("resume", None, {})]


@pytest.mark.usefixtures("finished_run")
def test_where_nothing_is_paused_or_interrupted_there_is_nothing_to_resume(
    flowdesk: Callable[..., Told],
) -> None:
    told = flowdesk("resume")
    assert (told.code, told.err) == (2, "flowdesk: no run can be resumed; the latest, run 1, is success\n")


def test_a_run_that_is_over_says_so_and_how_it_ended(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.finish_run("r", RunState.FAILED)
    told = flowdesk("run", "--resume", "1")
    assert told.code == 1
    assert told.err == (
        "Run 1: nothing to resume, because it is over: failed; to run again what failed: flowdesk retry 1\n"
    )


def test_a_run_that_somebody_works_on_is_not_taken_up(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
    told = flowdesk("run", "--resume", "1")
    assert (told.code, told.err) == (2, "flowdesk: run 1 is under way: another process works on it\n")


@pytest.mark.parametrize("arguments", [["a.toml", "--resume"], ["--resume", "a.toml"]])
def test_the_run_of_a_file_that_is_resumed_can_be_meant_either_way(
    flowdesk: Callable[..., Told], store: Store, arguments: list[str]
) -> None:
    with store.transaction():
        begin(store, "r", "a", path=os.path.abspath("a.toml"))  # noqa: PTH100 - as `cli.paths.identity` has it
        store.finish_run("r", RunState.SUCCESS)
    told = flowdesk("run", *arguments)
    assert told.err == "flowdesk: no run was interrupted; the latest, run 1, is success\n"
