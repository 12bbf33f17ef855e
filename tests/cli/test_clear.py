from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState
from flowdesk.plan.written import to_json
from flowdesk.store.rows import NewRun
from tests.builders import bash, plan_of
from tests.cli.conftest import SUCCESS, carry_out
from tests.cli.engines import engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def chain(store: Store) -> str:
    """Run "r" of a → b → c, of which a and b have succeeded."""
    plan = plan_of(bash("a"), bash("b", "a"), bash("c", "b"))
    with store.transaction():
        store.create_run(NewRun("r", "chain", "/chain.toml", to_json(plan), ""), plan.tasks)
        for task in ("a", "b"):
            carry_out(store, "r", task)
            store.finish_try("r", task, 1, SUCCESS)
    return "r"


@pytest.mark.usefixtures("chain")
def test_what_is_cleared_is_listed_and_asked_of_the_engine(flowdesk: Callable[..., Told], home: Path) -> None:
    with engine(home, "r", "cleared 'a' and 1 more") as asked:
        told = flowdesk("clear", "1", "a", "--yes")
    assert (told.code, told.out) == (0, "Run 1: cleared 'a' and 1 more.\n")
    assert told.err == "Of run 1 of chain, this runs anew:\n  a\n  b\n"
    assert asked == [("clear", "a", {"downstream": True})]


@pytest.mark.usefixtures("chain")
def test_one_task_alone_is_cleared(flowdesk: Callable[..., Told], home: Path) -> None:
    with engine(home, "r", "cleared") as asked:
        told = flowdesk("clear", "1", "a", "--yes", "--no-downstream")
    assert told.err.endswith("anew:\n  a\n")
    assert asked == [("clear", "a", {"downstream": False})]


@pytest.mark.usefixtures("chain")
def test_several_tasks_and_globs_are_cleared_at_once(flowdesk: Callable[..., Told], home: Path) -> None:
    with engine(home, "r", "cleared") as asked:
        told = flowdesk("clear", "1", "[ab]", "a", "--yes", "--no-downstream")
    assert told.err.endswith("anew:\n  a\n  b\n")
    assert asked == [("clear", None, {"downstream": False, "tasks": ["a", "b"]})]
    assert flowdesk("clear", "1", "x*").err == "flowdesk: run 1 has no task 'x*'; there are a, b, c\n"


@pytest.mark.usefixtures("chain")
def test_where_nobody_can_be_asked_nothing_is_cleared(flowdesk: Callable[..., Told], store: Store) -> None:
    told = flowdesk("clear", "1", "a")
    assert told.code == 2
    assert told.err.endswith("flowdesk: nobody can be asked here whether this is meant; say it with --yes\n")
    assert store.open_requests("r") == []


def test_mapped_tasks_are_counted_under_the_one_they_were_made_of(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    plan = plan_of(bash("a"), bash("b", "a"))
    with store.transaction():
        store.create_run(NewRun("r", "mapped", "/m.toml", to_json(plan), ""), plan.tasks)
        carry_out(store, "r", "a")
        store.finish_try("r", "a", 1, SUCCESS)
        store.expand_task("r", "b", 3)
        for index in range(3):
            carry_out(store, "r", f"b[{index}]")
            store.finish_try("r", f"b[{index}]", 1, SUCCESS)
        store.move_task("r", "b", TaskState.SUCCESS)
        store.finish_run("r", RunState.SUCCESS)
    told = flowdesk("clear", "1", "a")
    assert told.err.startswith("Of run 1 of mapped, this runs anew:\n  a\n  b")
