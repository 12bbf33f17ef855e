"""A store with a run in it, and the commands called the way the border calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from flowdesk.cli.border import main
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.plan.written import to_json
from flowdesk.store.home import log_path
from flowdesk.store.rows import FinishedTry, NewRun
from flowdesk.store.store import Store
from flowdesk.xcom.values import encode
from tests.builders import bash, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SUCCESS = FinishedTry(TryState.SUCCESS, TaskState.SUCCESS)
RETRIED = FinishedTry(TryState.FAILED, TaskState.UP_FOR_RETRY, "exit code 1", exit_code=1)


class Told(NamedTuple):
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def flowdesk(capfd: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Call `flowdesk` with arguments, in this process."""

    def call(*arguments: str) -> Told:
        capfd.readouterr()
        code = main(arguments)
        return Told(code, *capfd.readouterr())

    return call


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """This test's store, open for writing."""
    with Store.open(home) as opened:
        yield opened


def begin(store: Store, run_id: str, *tasks: str, path: str = "/pipelines/a.toml") -> None:
    """Begin a run of shell tasks."""
    plan = plan_of(*map(bash, tasks), name="a")
    store.create_run(NewRun(run_id, "a", path, to_json(plan), ""), tasks)


def carry_out(store: Store, run_id: str, task: str, number: int = 1, **values: object) -> None:
    """Start a try that pushes these values and prints a line; it does not end."""
    log = log_path(store.home, run_id, task, number)
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(f"{task} says hello, try {number}\n", "utf-8")
    store.start_try(run_id, task, number, log=str(log))
    for key, value in values.items():
        store.push_value(run_id, task, number, key=key, value=encode(value))


@pytest.fixture
def finished_run(store: Store) -> str:
    """Run "first": `train` pushed two keys in two tries, `report` nothing, and both succeeded."""
    with store.transaction():
        begin(store, "first", "train", "report")
        carry_out(store, "first", "train", 1, accuracy=0.5)
        store.finish_try("first", "train", 1, RETRIED)
        carry_out(store, "first", "train", 2, accuracy=0.75, name="한국어 model")
        store.finish_try("first", "train", 2, SUCCESS)
        carry_out(store, "first", "report")
        store.finish_try("first", "report", 1, SUCCESS)
        store.finish_run("first", RunState.SUCCESS)
    return "first"
