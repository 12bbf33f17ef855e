"""Answers to the questions of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Plan, Push, Task
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor

if TYPE_CHECKING:
    from tests.engine.worlds import Bench


def question(task: str, *choices: str, returns: str | None = None) -> Task:
    push = (Push("return_value", returns),) if returns else ()
    return Task(task, Kind.APPROVE, ("Publish?", *choices), push=push)


def answered(bench: Bench, plan: Plan, *answers: str, task: str | None = "q") -> RunState:
    """Run a plan, giving one answer at each look until the run is over."""
    left = list(answers)
    executor = FakeExecutor()
    executor.on_wait = lambda: bench.ask("approve", task, answer=left.pop(0)) if left else None
    return bench.run(plan, executor)


def test_a_yes_lets_the_run_go_on(bench: Bench) -> None:
    assert answered(bench, plan_of(question("q"), bash("a", "q")), "y") is RunState.SUCCESS
    assert bench.states() == {"q": "success", "a": "success"}
    assert bench.answers() == ["answered 'q' with yes"]


def test_a_no_skips_what_comes_after(bench: Bench) -> None:
    plan = plan_of(question("q"), bash("a", "q"), bash("b", "a"))
    assert answered(bench, plan, "no") is RunState.SUCCESS
    assert bench.states() == {"q": "success", "a": "skipped", "b": "skipped"}


def test_an_answer_that_is_no_choice_is_refused_and_the_question_stays(bench: Bench) -> None:
    answered(bench, plan_of(question("q", "left", "right")), "up", "left")
    assert bench.answers() == [
        "refused: 'up' is no answer to 'q'; it asks for 'left' and 'right'",
        "answered 'q' with left",
    ]


def test_the_answer_is_pushed_where_that_is_declared(bench: Bench) -> None:
    answered(bench, plan_of(question("q", "left", "right", returns="str")), "right")
    assert [row.value for row in bench.store.values("run-1")] == ['"right"']


def test_a_yes_is_true_where_a_bool_is_declared(bench: Bench) -> None:
    answered(bench, plan_of(question("q", returns="bool")), "yes")
    assert [row.value for row in bench.store.values("run-1")] == ["true"]


def test_the_only_question_need_not_be_named(bench: Bench) -> None:
    assert answered(bench, plan_of(question("q")), "yes", task=None) is RunState.SUCCESS


def test_of_several_questions_one_must_be_named(bench: Bench) -> None:
    executor = FakeExecutor()
    asked = iter([("approve", None), ("approve", "p"), ("approve", "q"), *[(None, None)] * 99])

    def ask() -> None:
        kind, task = next(asked)
        if kind:
            bench.ask(kind, task, answer="yes")

    executor.on_wait = ask
    bench.run(plan_of(question("p"), question("q")), executor)
    assert bench.answers()[0] == "refused: several questions wait; say which: 'p' and 'q'"


def test_a_task_that_asks_nothing_is_told(bench: Bench) -> None:
    answered(bench, plan_of(question("q"), bash("a", "q")), "yes")
    bench.ask("approve", "q", answer="yes")
    bench.resumed()
    assert bench.answers()[-1] == "nothing to do, because 'q' asks nothing now: it is success"
