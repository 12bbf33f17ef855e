"""What a task's pulls come to."""

from __future__ import annotations

from flowdesk.engine.inputs import Found, Held, Values, inputs_of, missing, pulled
from flowdesk.executors.executor import Given, Input
from flowdesk.plan.plan import Expand, Kind, Plan, Pull, Source, Task
from flowdesk.plan.progress import Progress
from flowdesk.plan.states import TryState
from flowdesk.store.rows import Pulled
from tests.builders import bash
from tests.engine.worlds import values_of


def task(*pulls: Pull) -> Task:
    return Task("t", Kind.PYTHON, ("m:f",), pulls=pulls)


def test_a_list_keeps_the_order_of_its_sources() -> None:
    values = values_of(bash("a"), bash("b"))
    values.push("b", "k", Held("2", 1))
    values.push("a", "k", Held("1", 1))
    taker = task(Pull("x", (Source("b", "k"), Source("a", "k")), many=True))
    given = (Given("b", "k", "2"), Given("a", "k", "1"))
    assert inputs_of(taker, values.pulls(taker), values) == (Input("x", given, many=True),)


def test_the_record_names_the_try_that_pushed_the_value_or_none() -> None:
    values = values_of(bash("a"), bash("b"))
    values.push("a", "k", Held("1", 3))
    taker = task(Pull("x", (Source("a", "k"), Source("b", "k")), many=True, required=False))
    expected = (Pulled("x", 0, "a", "k", 3), Pulled("x", 1, "b", "k", None))
    assert pulled(values.pulls(taker)) == expected


def test_a_new_try_takes_back_what_the_last_one_pushed() -> None:
    values = values_of(bash("a"))
    values.push("a", "k", Held("1", 1))
    values.begin_try("a")
    assert values.find(Source("a", "k")) == [Found(Source("a", "k"), -1, None)]


def test_a_value_that_may_be_absent_is_not_missed() -> None:
    optional = Pull("x", (Source("a", "k"),), required=False)
    with_default = Pull("y", (Source("a", "k"),), default="null")
    taker = task(optional, with_default)
    values = values_of(bash("a"))
    assert missing(taker, values.pulls(taker), values) is None


def test_a_missing_value_is_told_with_its_task_key_and_argument() -> None:
    taker = task(Pull("x", (Source("a", "k"),)))
    values = values_of(bash("a"))
    told = missing(taker, values.pulls(taker), values)
    assert told is not None
    assert told.startswith("'a' pushed no 'k', pulled here as 'x'")


def mapped(states: list[TryState]) -> Values:
    """The values of a run in which the tasks made of "m" have ended like this, each with its index as k."""
    plan = Plan("p", {"m": Task("m", Kind.PYTHON, ("m:f",), expand=(Expand("n", items="[]"),))})
    progress = Progress(plan)
    values = Values(plan, progress)
    progress.begin()
    progress.expand("m", len(states))
    for index, state in enumerate(states):
        progress.start(f"m[{index}]")
        if state is TryState.SUCCESS:
            values.push(f"m[{index}]", "k", Held(str(index), 1))
        progress.finish(f"m[{index}]", state)
    return values


def test_a_pull_of_a_mapped_task_is_a_list_in_the_order_of_the_index() -> None:
    taker, values = task(Pull("x", (Source("m", "k"),))), mapped([TryState.SUCCESS] * 3)
    (found,) = inputs_of(taker, values.pulls(taker), values)
    assert found.many
    assert found.given == tuple(Given("m", "k", str(index), index) for index in range(3))


def test_a_pull_of_a_mapped_task_goes_without_those_that_were_skipped() -> None:
    taker, values = task(Pull("x", (Source("m", "k"),))), mapped([TryState.SKIPPED, TryState.SUCCESS])
    (found,) = inputs_of(taker, values.pulls(taker), values)
    assert found.given == (Given("m", "k", "1", 1),)


def test_a_task_made_of_a_mapped_one_that_failed_is_missed_by_its_name() -> None:
    taker = task(Pull("x", (Source("m", "k"),)))
    values = mapped([TryState.SUCCESS, TryState.FAILED])
    told = missing(taker, values.pulls(taker), values)
    assert told is not None
    assert told.startswith("'m[1]' pushed no 'k'")


def test_what_is_pulled_of_a_task_mapped_over_nothing_is_the_empty_list() -> None:
    taker = task(Pull("x", (Source("m", "k"),)))
    for states in ([], [TryState.SKIPPED, TryState.SKIPPED]):
        values = mapped(states)
        assert missing(taker, values.pulls(taker), values) is None
        (found,) = inputs_of(taker, values.pulls(taker), values)
        assert (found.many, found.given, found.empty) == (True, (), (Source("m", "k"),))


def test_what_is_pulled_of_a_mapped_task_that_could_not_run_is_missed() -> None:
    plan = Plan("p", {"m": Task("m", Kind.PYTHON, ("m:f",), expand=(Expand("n", items="[]"),))})
    progress = Progress(plan)
    progress.begin()
    progress.hinder("m", "its last run failed")
    taker, values = task(Pull("x", (Source("m", "k"),))), Values(plan, progress)
    told = missing(taker, values.pulls(taker), values)
    assert told is not None
    assert told.startswith("'m' pushed no 'k'")


def test_what_this_run_has_not_is_looked_for_in_earlier_runs_where_that_is_allowed() -> None:
    values = values_of(bash("a"))
    values.look_back = lambda source: [Found(source, -1, Held("7", 2, run="old"))]
    earlier = task(Pull("x", (Source("a", "k"),), earlier=True))
    assert pulled(values.pulls(earlier)) == (Pulled("x", 0, "a", "k", 2, source_run="old"),)
    taker = task(Pull("x", (Source("a", "k"),)))
    assert missing(taker, values.pulls(taker), values)


def test_a_task_pulls_of_itself_what_it_pushed_in_an_earlier_run_and_never_in_this_one() -> None:
    own = bash("a")._replace(pulls=(Pull("x", (Source("a", "k"),), earlier=True),))
    values = values_of(own)
    values.push("a", "k", Held("1", 1))
    assert missing(own, values.pulls(own), values) is not None
    values.look_back = lambda source: [Found(source, -1, Held("7", 2, run="old"))]
    assert pulled(values.pulls(own)) == (Pulled("x", 0, "a", "k", 2, source_run="old"),)
