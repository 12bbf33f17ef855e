"""Values that people edit, and what runs anew for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Pushed
from flowdesk.plan.plan import Expand, Kind, Pull, Push, Source, Task
from flowdesk.plan.states import RunState
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail, push

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.engine.fake_executor import Act
    from tests.engine.worlds import Bench

GIVER = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "float", ge=0), Push("j", "int", required=False)))
TAKER = Task(
    "b",
    Kind.PYTHON,
    ("m:f",),
    upstream=("a",),
    pulls=(Pull("x", (Source("a", "k"),)),),
    push=(Push("k", "float"),),
)
LAST = Task("c", Kind.PYTHON, ("m:f",), upstream=("b",), pulls=(Pull("x", (Source("b", "k"),)),))
PLAN = plan_of(GIVER, TAKER, LAST, bash("after", "a"))


def doing() -> FakeExecutor:
    return FakeExecutor({"a": push(k="1.0"), "b": push(k="2.0")})


def started(executor: FakeExecutor) -> list[str]:
    return [job.task for job in executor.jobs]


def given(executor: FakeExecutor, task: str) -> list[str | None]:
    """What the first pull of the last try of a task was given."""
    (job, *_) = [job for job in reversed(executor.jobs) if job.task == task]
    return [one.value for one in job.inputs[0].given]


@pytest.fixture
def ran(bench: Bench) -> Bench:
    """A run of `PLAN` that ended well."""
    assert bench.run(PLAN, doing()) is RunState.SUCCESS
    return bench


def edited(bench: Bench, name: str = "a", *, rerun: str = "all", **values: str) -> FakeExecutor:
    bench.ask("edit", name, values=values, rerun=rerun)
    executor = doing()
    bench.resumed(executor)
    return executor


def test_the_consumers_of_an_edited_value_run_anew_with_it_and_nothing_else_does(ran: Bench) -> None:
    executor = edited(ran, k="7")
    assert ran.answers() == ["edited 'k' of 'a'; runs anew: 'b' and 'c'"]
    assert started(executor) == ["b", "c"]
    assert given(executor, "b") == ["7.0"]
    assert ran.tries("a") == ran.tries("after") == ["success"]


def test_only_those_that_pull_it_themselves_run_anew_if_that_is_asked(ran: Bench) -> None:
    assert started(edited(ran, rerun="direct", k="7")) == ["b"]


def test_nothing_runs_anew_if_that_is_asked_and_what_starts_later_gets_the_edited_value(ran: Bench) -> None:
    assert started(edited(ran, rerun="nothing", k="7")) == []
    assert ran.store.find_run("1").state is RunState.SUCCESS
    ran.ask("clear", "b")
    executor = doing()
    ran.resumed(executor)
    assert given(executor, "b") == ["7.0"]


def test_what_was_pushed_is_kept_and_restored(ran: Bench) -> None:
    edited(ran, k="7")
    (row, *_) = ran.store.values("run-1")
    assert row.edit is not None
    assert (row.value, row.edit.original) == ("7.0", "1.0")
    assert row.edit.by
    ran.ask("restore", "a", keys=["k"])
    executor = doing()
    ran.resumed(executor)
    assert ran.answers()[-1] == "restored 'k' of 'a'; runs anew: 'b' and 'c'"
    assert given(executor, "b") == ["1.0"]
    assert not ran.store.values("run-1")[0].is_edited


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("a", {"k": '"much"'}, "refused: 'k': "),
        ("a", {"k": "-1"}, "refused: 'k' must be at least 0, and is -1"),
        ("a", {"other": "1"}, "refused: 'a' pushes no 'other'; it pushes 'j' and 'k'"),
        ("a", {"j": "1"}, "refused: 'a' did not push 'j'; mark it a success, with a value for that"),
        ("a", {"k": "1"}, "nothing to do, because 'k' of 'a' is that already"),
        ("nobody", {"k": "1"}, "refused: the run has no task 'nobody'"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    ran: Bench, name: str, values: dict[str, str], told: str
) -> None:
    executor = edited(ran, name, **values)
    assert started(executor) == []
    (answer,) = ran.answers()
    assert answer is not None
    assert answer.startswith(told)
    assert not any(row.is_edited for row in ran.store.values("run-1"))


def test_a_value_that_is_too_large_is_refused(bench: Bench) -> None:
    bench.run(
        plan_of(GIVER._replace(push=(Push("k", "str", max_bytes=10),))), FakeExecutor({"a": push(k='"x"')})
    )
    edited(bench, k='"much too long a text"')
    (answer,) = bench.answers()
    assert answer is not None
    assert "10" in answer
    assert answer.startswith("refused: 'k': ")


def test_what_was_not_edited_cannot_be_restored(ran: Bench) -> None:
    ran.ask("restore", "a", keys=["k"])
    ran.resumed()
    assert ran.answers() == ["nothing to do, because 'k' of 'a' was not edited"]


def test_a_running_task_cannot_be_edited(bench: Bench) -> None:
    executor = FakeExecutor({"a": lambda job: [Pushed(job.id, "k", "float", "1.0")]})
    asked = bench.asks_once("edit", "a", values={"k": "7"})
    executor.on_wait = lambda: _let_go(bench, executor, asked, "a", push(k="1.0"))
    bench.run(PLAN, executor)
    (answer,) = bench.answers()
    assert answer is not None
    assert answer.startswith("refused: 'a' is running, so what it pushed is not in use")


def _let_go(
    bench: Bench,
    executor: FakeExecutor,
    ask: Callable[[], None],
    task: str,
    act: Act,
) -> None:
    ask()
    if bench.answers()[0] is not None:
        executor.acts[task] = act


def test_a_consumer_that_runs_is_ended_and_runs_anew_with_the_edited_value(bench: Bench) -> None:
    executor = doing()
    executor.acts["b/1"] = lambda _: []
    asked = bench.asks_once("edit", "a", values={"k": "7"})
    executor.on_wait = lambda: asked() if "b/1" in executor._under_way else None
    assert bench.run(PLAN, executor) is RunState.SUCCESS
    assert bench.tries("b") == ["cancelled", "success"]
    assert given(executor, "b") == ["7.0"]
    assert bench.tries("c") == ["success"]


def test_what_never_ran_because_a_consumer_failed_runs_once_that_succeeds(bench: Bench) -> None:
    plan = plan_of(GIVER, TAKER, bash("after_b", "b"), bash("end", "after_b"))
    bench.run(plan, FakeExecutor({"a": push(k="1.0"), "b": fail}))
    executor = edited(bench, k="7")
    assert started(executor) == ["b", "after_b", "end"]
    assert bench.store.find_run("1").state is RunState.SUCCESS


def test_a_joint_between_consumers_joins_anew(bench: Bench) -> None:
    joint = Task("joint", Kind.JOINT, (), upstream=("b",))
    late = Task(
        "late", Kind.PYTHON, ("m:f",), upstream=("a", "joint"), pulls=(Pull("x", (Source("a", "k"),)),)
    )
    bench.run(plan_of(GIVER, TAKER, joint, late), doing())
    executor = doing()
    executor.acts["b"] = fail
    bench.ask("edit", "a", values={"k": "7"})
    bench.resumed(executor)
    assert started(executor) == ["b"]  # late waits for it behind the joint
    assert bench.states() == {
        "a": "success",
        "b": "failed",
        "joint": "upstream_failed",
        "late": "upstream_failed",
    }


def test_a_mapped_task_over_an_edited_list_is_expanded_anew(bench: Bench) -> None:
    giver = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "list[int]"),))
    each = Task("each", Kind.PYTHON, ("m:f",), upstream=("a",), expand=(Expand("x", Source("a", "k")),))
    bench.run(plan_of(giver, each), FakeExecutor({"a": push(k="[1, 2, 3]")}))
    executor = edited(bench, k="[5, 6]")
    assert [job.inputs[0].given[0].value for job in executor.jobs] == ["5", "6"]
    assert bench.states() == {
        "a": "success",
        "each": "success",
        "each[0]": "success",
        "each[1]": "success",
        "each[2]": "removed",
    }


def test_what_was_made_of_a_mapped_task_whose_list_is_shorter_now_says_so(bench: Bench) -> None:
    giver = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "list[int]"),))
    each = Task("each", Kind.PYTHON, ("m:f",), upstream=("a",), expand=(Expand("x", Source("a", "k")),))
    bench.run(plan_of(giver, each), FakeExecutor({"a": push(k="[1, 2, 3]")}))
    edited(bench, rerun="nothing", k="[5]")
    bench.ask("clear", "each[2]", downstream=False)
    bench.resumed()
    assert bench.reasons("each[2]")[-1] == (
        "'each' was expanded over a list that was edited since; clear it as a whole"
    )


def test_of_a_mapped_task_one_value_is_edited_and_what_has_it_runs_anew(bench: Bench) -> None:
    giver = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "list[int]"),))
    one = Task(
        "one",
        Kind.PYTHON,
        ("m:f",),
        upstream=("a",),
        push=(Push("k", "int"),),
        expand=(Expand("x", Source("a", "k")),),
    )
    two = Task("two", Kind.PYTHON, ("m:f",), upstream=("one",), expand=(Expand("x", Source("one", "k")),))
    acts = {"a": push(k="[1, 2]"), "one": push(k="8")}
    bench.run(plan_of(giver, one, two), FakeExecutor(acts))
    bench.ask("edit", "one", values={"k": "9"})
    bench.ask("edit", "one[1]", values={"k": "9"})
    executor = FakeExecutor(acts)
    bench.resumed(executor)
    assert bench.answers() == [
        "refused: 'one' is a mapped task; edit what those made of it pushed, like 'one[0]'",
        "edited 'k' of 'one[1]'; runs anew: 'two[1]'",
    ]
    assert [(job.task, job.inputs[0].given[0].value) for job in executor.jobs] == [("two", "9")]


def test_an_edited_secret_is_masked_and_the_edited_one_is_given(bench: Bench) -> None:
    giver = GIVER._replace(push=(Push("k", "str", secret=True),))
    bench.run(plan_of(giver, TAKER), FakeExecutor({"a": push(k='"old-secret"'), "b": push(k="1")}))
    executor = edited(bench, k='"new-secret"')
    assert given(executor, "b") == ['"new-secret"']
    assert "new-secret" not in str(bench.store.events("run-1"))
    assert "new-secret" not in str(bench.store.requests("run-1"))


def test_a_value_with_a_known_secret_in_it_is_refused_for_a_key_that_is_none(bench: Bench) -> None:
    giver = GIVER._replace(push=(Push("s", "str", secret=True), Push("k", "str")))
    bench.run(plan_of(giver), FakeExecutor({"a": push(s='"old-secret"', k='"x"')}))
    bench.ask("edit", "a", values={"s": '"new-secret"'})
    bench.ask("edit", "a", values={"k": '"my new-secret"'})
    bench.resumed()
    assert bench.answers()[1] == "refused: 'k' is no secret key, and the value has a secret in it"


def test_a_later_run_that_looks_back_gets_the_edited_value(bench: Bench) -> None:
    taker = Task("b", Kind.PYTHON, ("m:f",), pulls=(Pull("x", (Source("a", "k"),), earlier=True),))
    bench.run(plan_of(GIVER), doing())
    edited(bench, k="7")
    executor = FakeExecutor({"b": push()})
    bench.run(plan_of(taker), executor, "run-2")
    assert given(executor, "b") == ["7.0"]


def test_an_earlier_engines_edits_are_in_use_after_it_was_killed(ran: Bench) -> None:
    edited(ran, rerun="nothing", k="7")
    ran.ask("clear", "b", downstream=False)
    executor = doing()
    ran.resumed(executor)
    assert given(executor, "b") == ["7.0"]


def test_a_file_can_take_the_place_of_an_array(bench: Bench) -> None:
    import numpy as np

    giver = GIVER._replace(push=(Push("k", "array"),))
    bench.run(plan_of(giver), FakeExecutor({"a": push(k="[1]")}))
    np.save(bench.home / "new.npy", np.arange(5))
    edited(bench, k='"new.npy"')
    assert bench.answers() == ["edited 'k' of 'a'; nothing that pulls it has run yet"]
    (row,) = bench.store.values("run-1")
    assert '"npy"' in row.value


def test_a_file_of_another_kind_is_refused(bench: Bench) -> None:
    giver = GIVER._replace(push=(Push("k", "array"),))
    bench.run(plan_of(giver), FakeExecutor({"a": push(k="[1]")}))
    (bench.home / "new.txt").write_text("1")
    edited(bench, k='"new.txt"')
    (answer,) = bench.answers()
    assert answer is not None
    assert answer.startswith("refused: 'k': expected a file .npy, got ")
