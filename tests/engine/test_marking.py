"""Tasks that people say have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.plan import Kind, Pull, Push, Source, Task
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail, push

if TYPE_CHECKING:
    from tests.engine.worlds import Bench

GIVER = Task(
    "a", Kind.PYTHON, ("m:f",), push=(Push("k", "float", ge=0), Push("extra", "str", required=False))
)
TAKER = Task("b", Kind.PYTHON, ("m:f",), upstream=("a",), pulls=(Pull("x", (Source("a", "k"),)),))


def test_a_marked_success_lets_the_run_go_on_with_the_values_given(bench: Bench) -> None:
    bench.run(plan_of(GIVER, TAKER), FakeExecutor({"a": fail}))
    bench.ask("mark", "a", state="success", values={"k": "1"})
    executor = FakeExecutor()
    assert bench.resumed(executor) is RunState.SUCCESS
    assert bench.answers() == ["marked 'a' as success"]
    assert (bench.tries("a"), bench.reasons("a")) == (
        ["failed", "success"],
        ["exit code 1", "marked as success"],
    )
    assert executor.jobs[0].inputs[0].given[0].value == "1.0"


def test_a_success_without_the_values_it_must_push_is_refused(bench: Bench) -> None:
    bench.run(plan_of(GIVER, TAKER), FakeExecutor({"a": fail}))
    bench.ask("mark", "a", state="success")
    assert bench.resumed() is RunState.FAILED
    assert bench.answers() == [
        "refused: 'a' succeeds only with what it pushes, so give k (float): --value k=…"
    ]


def test_what_the_last_try_pushed_need_not_be_given_again(bench: Bench) -> None:
    act = push(k="0.5")
    bench.run(plan_of(GIVER, TAKER), FakeExecutor({"a": lambda job: [*list(act(job))[:-1], *fail(job)]}))
    bench.ask("mark", "a", state="success")
    executor = FakeExecutor()
    assert bench.resumed(executor) is RunState.SUCCESS
    assert executor.jobs[0].inputs[0].given[0].value == "0.5"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"k": '"much"'}, "refused: 'k': "),
        ({"k": "-1"}, "refused: 'k' must be at least 0, and is -1"),
        ({"other": "1"}, "refused: 'a' pushes no 'other'; it pushes 'k' and 'extra'"),
    ],
)
def test_values_are_held_to_what_is_declared(bench: Bench, values: dict[str, str], told: str) -> None:
    bench.run(plan_of(GIVER), FakeExecutor({"a": fail}))
    bench.ask("mark", "a", state="success", values=values)
    bench.resumed()
    (answer,) = bench.answers()
    assert answer is not None
    assert answer.startswith(told)


def test_a_text_that_is_no_json_is_read_as_a_shell_task_would_write_it(bench: Bench) -> None:
    task = Task("a", Kind.PYTHON, ("m:f",), push=(Push("name", "str"), Push("day", "date")))
    bench.run(plan_of(task), FakeExecutor({"a": fail}))
    bench.ask("mark", "a", state="success", values={"name": "Kim Minji", "day": "2026-01-02"})
    assert bench.resumed() is RunState.SUCCESS


def test_a_marked_failure_ends_what_would_come_after_it(bench: Bench) -> None:
    executor = FakeExecutor({"z": lambda _: []})
    asked = bench.asks_once("mark", "a", state="failed")

    def on_wait() -> None:
        asked()
        if bench.answers()[0]:
            executor.acts.pop("z", None)

    executor.on_wait = on_wait
    assert bench.run(plan_of(bash("z"), bash("a", "z"), bash("b", "a")), executor) is RunState.FAILED
    assert bench.states() == {"z": "success", "a": "failed", "b": "upstream_failed"}
    assert bench.reasons("a") == ["marked as failed"]


def test_a_marked_skip_is_a_try_of_its_own(bench: Bench) -> None:
    bench.run(plan_of(bash("a"), bash("b", "a")), FakeExecutor({"a": fail}))
    bench.ask("mark", "a", state="skipped")
    assert bench.resumed() is RunState.SUCCESS
    assert bench.states() == {"a": "skipped", "b": "skipped"}
    bench.ask("clear", "a")
    bench.resumed()
    assert bench.tries("a") == ["failed", "skipped", "success"]


def test_what_is_marked_so_already_is_left(bench: Bench) -> None:
    bench.run(plan_of(bash("a")))
    bench.ask("mark", "a", state="success")
    bench.ask("mark", "a", state="done")
    bench.ask("mark", "a", state="failed", values={"k": "1"})
    bench.resumed()
    assert bench.answers() == [
        "nothing to do, because 'a' is success already",
        "refused: a task is marked success, failed, skipped, and not 'done'",
        "refused: a task that is marked failed pushes nothing",
    ]


def test_what_runs_is_ended_and_then_marked(bench: Bench) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    asked = bench.asks_once("mark", "a", state="success")
    executor.on_wait = lambda: asked() if "a/1" in executor._under_way else None
    assert bench.run(plan_of(bash("a"), bash("b", "a")), executor) is RunState.SUCCESS
    assert bench.answers() == ["marked 'a' as success"]
    assert bench.tries("a") == ["cancelled", "success"]
    assert bench.reasons("a") == ["ended to be marked success", "marked as success"]


def test_what_runs_goes_on_where_it_cannot_be_marked(bench: Bench) -> None:
    executor = FakeExecutor({"a": lambda _: []})
    asked = bench.asks_once("mark", "a", state="success")

    def on_wait() -> None:
        asked()
        if bench.answers()[0]:
            executor.acts["a"] = push(k="0.5")

    executor.on_wait = on_wait
    assert bench.run(plan_of(GIVER), executor) is RunState.SUCCESS
    assert bench.tries("a") == ["success"]


def test_a_secret_value_that_is_given_is_nowhere_kept_in_plain_text(bench: Bench) -> None:
    task = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "str", secret=True), Push("n", "int")))
    bench.run(plan_of(task), FakeExecutor({"a": fail}))
    bench.ask("mark", "a", state="success", values={"k": '"t0ps3cret"', "n": "1"})
    assert bench.resumed() is RunState.SUCCESS
    assert {row.value for row in bench.store.values_to_use("run-1")} == {'"t0ps3cret"', "1"}
    kept = b"".join(file.read_bytes() for file in bench.home.glob("flowdesk.db*"))
    assert b"t0ps3cret" not in kept
