"""Tasks that the engine holds itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.held import answer_of
from flowdesk.plan.plan import Kind, Plan, Pull, Push, Source, Task
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, push, succeed

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.executor import Job, Report
    from tests.engine.worlds import Bench


def wait(what: str, text: str, *upstream: str) -> Task:
    return Task("w", Kind.WAIT, (what, text), upstream=upstream)


def test_a_wait_for_seconds_ends_by_itself_and_no_executor_hears_of_it(bench: Bench) -> None:
    executor = FakeExecutor()
    assert bench.run(plan_of(wait("seconds", "0.01")), executor) is RunState.SUCCESS
    assert executor.jobs == []
    assert bench.tries("w") == ["success"]


def test_a_wait_takes_no_slot(bench: Bench, home: Path) -> None:
    def make_file(job: Job) -> list[Report]:
        (home / "ready").touch()
        return succeed(job)

    executor = FakeExecutor({"a": make_file}, slots=1)
    assert bench.run(plan_of(wait("file", "ready"), bash("a")), executor) is RunState.SUCCESS
    assert bench.states() == {"w": "success", "a": "success"}


def test_a_wait_until_a_moment_that_has_passed_goes_on_at_once(bench: Bench) -> None:
    assert bench.run(plan_of(wait("until", "2020-01-01T00:00:00"))) is RunState.SUCCESS


def test_a_wait_for_what_is_no_time_fails_and_says_so(bench: Bench) -> None:
    assert bench.run(plan_of(wait("until", "soon"))) is RunState.FAILED
    assert bench.reasons("w") == ["'soon' is no time to wait for: write 2026-01-31T09:00:00 or 09:00:00"]


def test_neither_a_question_nor_a_refusal_tells_a_secret(bench: Bench) -> None:
    giver = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "str", secret=True),))
    pull = (Pull("x", (Source("a", "k"),)),)
    asks = Task("q", Kind.APPROVE, ("Is it {{ pull.x }}?",), upstream=("a",), pulls=pull)
    waits = wait("until", "{{ pull.x }}", "a")._replace(pulls=pull)
    executor = FakeExecutor({"a": push(k='"t0ps3cret"')})
    answer = bench.asks_once("approve", "q", answer="yes")
    executor.on_wait = lambda: answer() if bench.states()["q"] == "running" else None
    assert bench.run(plan_of(giver, asks, waits), executor) is RunState.FAILED
    assert bench.reasons("w") == ["'***' is no time to wait for: write 2026-01-31T09:00:00 or 09:00:00"]
    events = [str(event.data) for event in bench.store.events("run-1")]
    assert any("Is it ***?" in told for told in events)
    assert not any("t0ps3cret" in told for told in events)


def test_a_value_with_a_secret_in_it_is_kept_as_one(bench: Bench) -> None:
    task = Task("a", Kind.PYTHON, ("m:f",), push=(Push("s", "str", secret=True), Push("k", "str")))
    executor = FakeExecutor({"a": push(s='"t0ps3cret"', k='"has t0ps3cret in it"')})
    bench.run(plan_of(task), executor)
    assert [(row.value, row.secret) for row in bench.store.values("run-1")] == [('"***"', True)] * 2
    assert bench.store.values_to_use("run-1")[1].value == '"has t0ps3cret in it"'


def test_a_wait_that_is_cancelled_ends_at_once(bench: Bench) -> None:
    executor = FakeExecutor()
    engine = bench.engine(plan_of(wait("seconds", "3600")), executor)
    executor.on_wait = lambda: engine.cancel("Ctrl-C")
    assert engine.run() is RunState.CANCELLED
    assert bench.tries("w") == ["cancelled"]


def test_a_wait_fails_when_its_time_is_up(bench: Bench) -> None:
    task = Task("w", Kind.WAIT, ("file", "never"), timeout=0.01)
    assert bench.run(plan_of(task)) is RunState.FAILED
    assert bench.reasons("w") == ["timed out after 0.01s"]


def test_a_question_that_nobody_answers_fails_when_its_time_is_up(bench: Bench) -> None:
    task = Task("q", Kind.APPROVE, ("Publish?",), answer_timeout=0.01)
    assert bench.run(plan_of(task)) is RunState.FAILED
    assert bench.reasons("q") == ["nobody answered within 0.01s"]


def test_a_question_is_told_with_its_choices(bench: Bench) -> None:
    plan = Plan("p", {"q": Task("q", Kind.APPROVE, ("Which?", "left", "right"))})
    executor = FakeExecutor()
    executor.on_wait = bench.asks_once("approve", "q", answer="left")
    assert bench.run(plan, executor) is RunState.SUCCESS
    (asks,) = [event.data["asks"] for event in bench.store.events("run-1") if "asks" in event.data]
    assert asks == {"question": "Which?", "choices": ["left", "right"], "until": None}


@pytest.mark.parametrize(
    ("text", "choices", "meant"),
    [
        ("yes", ("yes", "no"), "yes"),
        (" Y ", ("yes", "no"), "yes"),
        ("N", ("yes", "no"), "no"),
        ("maybe", ("yes", "no"), None),
        ("left", ("left", "right"), "left"),
        ("Left", ("left", "right"), None),
    ],
)
def test_an_answer_is_one_of_the_choices(text: str, choices: tuple[str, ...], meant: str | None) -> None:
    assert answer_of(text, choices) == meant
