"""What a task's pulls come to."""

from __future__ import annotations

from flowdesk.engine.inputs import Held, Values
from flowdesk.executors.executor import Given, Input
from flowdesk.plan.plan import Kind, Pull, Source, Task
from flowdesk.store.rows import Pulled


def task(*pulls: Pull) -> Task:
    return Task("t", Kind.PYTHON, ("m:f",), pulls=pulls)


def test_a_list_keeps_the_order_of_its_sources() -> None:
    values = Values()
    values.push("b", "k", Held("2", 1))
    values.push("a", "k", Held("1", 1))
    pull = Pull("x", (Source("b", "k"), Source("a", "k")), many=True)
    given = (Given("b", "k", "2"), Given("a", "k", "1"))
    assert values.inputs(task(pull)) == (Input("x", given, many=True),)


def test_the_record_names_the_try_that_pushed_the_value_or_none() -> None:
    values = Values()
    values.push("a", "k", Held("1", 3))
    pull = Pull("x", (Source("a", "k"), Source("b", "k")), many=True, required=False)
    assert values.pulled(task(pull)) == (Pulled("x", 0, "a", "k", 3), Pulled("x", 1, "b", "k", None))


def test_a_new_try_takes_back_what_the_last_one_pushed() -> None:
    values = Values()
    values.push("a", "k", Held("1", 1))
    values.begin_try("a")
    assert values.find(Source("a", "k")) is None


def test_a_value_that_may_be_absent_is_not_missed() -> None:
    optional = Pull("x", (Source("a", "k"),), required=False)
    with_default = Pull("y", (Source("a", "k"),), default="null")
    assert Values().missing(task(optional, with_default)) is None


def test_a_missing_value_is_told_with_its_task_key_and_argument() -> None:
    missing = Values().missing(task(Pull("x", (Source("a", "k"),))))
    assert missing is not None
    assert missing.startswith("'a' pushed no 'k', pulled here as 'x'")
