"""Ctrl-C while a run is under way."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.engine.signals import ENDING, cancelled_by_signals
from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def executor() -> FakeExecutor:
    """An executor whose only task never ends by itself."""
    return FakeExecutor({"a": lambda _: []})


@pytest.fixture
def engine(home: Path, executor: FakeExecutor) -> Iterator[Engine]:
    store = Store.open(home)
    request = RunRequest("r", home / "p.toml", "", home, datetime(2026, 1, 2, tzinfo=UTC))
    yield Engine(plan_of(bash("a")), request, store=store, executor=executor)
    store.close()


@pytest.mark.parametrize("number", ENDING, ids=lambda number: number.name)
def test_the_first_signal_cancels_the_run(
    engine: Engine, executor: FakeExecutor, number: signal.Signals
) -> None:
    executor.on_wait = lambda: None if executor.cancelled else signal.raise_signal(number)
    with cancelled_by_signals(engine) as received:
        assert engine.run() is RunState.CANCELLED
    assert received.exit_code == 128 + number


def test_the_second_signal_gives_the_tasks_no_time(engine: Engine, executor: FakeExecutor) -> None:
    asked: list[bool] = []

    def cancel(_job: str, *, at_once: bool = False) -> None:
        asked.append(at_once)

    executor.cancel = cancel  # type: ignore[method-assign,assignment]  # a task that does not listen
    executor.on_wait = lambda: signal.raise_signal(signal.SIGINT)
    with cancelled_by_signals(engine), pytest.raises(KeyboardInterrupt):
        engine.run()
    assert asked[0] is False
    assert asked[-1] is True


def test_the_third_signal_interrupts_whatever_goes_on(engine: Engine, executor: FakeExecutor) -> None:
    executor.cancel = lambda *_, **__: None  # type: ignore[method-assign]  # a task that does not listen
    executor.on_wait = lambda: signal.raise_signal(signal.SIGINT)
    with cancelled_by_signals(engine), pytest.raises(KeyboardInterrupt):
        engine.run()


def test_the_handlers_that_were_there_come_back(engine: Engine) -> None:
    before = signal.getsignal(signal.SIGINT)
    with cancelled_by_signals(engine):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_only_the_first_signal_is_told(engine: Engine, executor: FakeExecutor) -> None:
    told: list[str] = []
    executor.cancel = lambda *_, **__: None  # type: ignore[method-assign]  # a task that does not listen
    executor.on_wait = lambda: signal.raise_signal(signal.SIGINT)
    with cancelled_by_signals(engine, told=lambda: told.append("ending")), pytest.raises(KeyboardInterrupt):
        engine.run()
    assert told == ["ending"]
