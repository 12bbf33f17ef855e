"""What `expand` makes of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.expansion import Unexpandable, expansion_of
from flowdesk.engine.inputs import Held
from flowdesk.plan.plan import Expand, Kind, Pull, Push, Source, Task
from flowdesk.plan.states import RunState
from flowdesk.xcom.values import decode, encode
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail, push
from tests.engine.worlds import values_of

if TYPE_CHECKING:
    from tests.engine.worlds import Bench


def mapped(*expand: Expand, **more: object) -> Task:
    return Task("m", Kind.PYTHON, ("m:f",), expand=expand)._replace(**more)  # type: ignore[arg-type]  # fields of Task


def items(*texts: str) -> list[list[str | None]]:
    """The items of each task that these lists make."""
    arguments = [Expand(f"x{position}", items=text) for position, text in enumerate(texts)]
    expansion = expansion_of(mapped(*arguments), values_of())
    return [[one.given[0].value for one in expansion.inputs(index)] for index in range(expansion.count)]


def test_each_item_makes_a_task() -> None:
    assert items("[1, 2]") == [["1"], ["2"]]


def test_of_two_lists_each_pair_makes_a_task_and_the_last_list_turns_fastest() -> None:
    assert items("[1, 2]", "[3, 4]") == [["1", "3"], ["1", "4"], ["2", "3"], ["2", "4"]]


def test_an_empty_list_makes_no_task() -> None:
    assert items("[]") == []
    assert items("[1]", "[]") == []


def test_of_a_dict_each_item_is_a_tuple_of_key_and_value() -> None:
    values = values_of(bash("a"))
    values.push("a", "k", Held(encode({"x": 1, "y": 2}), 1))
    expansion = expansion_of(mapped(Expand("x", source=Source("a", "k"))), values)
    given = [expansion.inputs(index)[0].given[0].value for index in range(expansion.count)]
    assert [decode(text or "") for text in given] == [("x", 1), ("y", 2)]


def test_more_tasks_than_the_limit_are_refused() -> None:
    many = Expand("x", items=str(list(range(40))))
    with pytest.raises(Unexpandable, match=r"makes 1,600 tasks .* limit of 1,024"):
        expansion_of(mapped(many, many._replace(argument="y")), values_of())
    assert expansion_of(mapped(many, expand_limit=40), values_of()).count == 40


def test_a_list_of_a_key_is_expanded() -> None:
    values = values_of(bash("a"))
    values.push("a", "k", Held("[5, 6]", 1))
    task = mapped(Expand("x", source=Source("a", "k")))
    assert expansion_of(task, values).count == 2
    assert expansion_of(task, values).pulls(1)["x"][0].held == Held("[5, 6]", 1)


def test_what_is_no_list_cannot_be_expanded() -> None:
    values = values_of(bash("a"))
    values.push("a", "k", Held('"text"', 1))
    with pytest.raises(Unexpandable, match="'x' is expanded over a list, not over a str"):
        expansion_of(mapped(Expand("x", source=Source("a", "k"))), values)


GIVER = Task("a", Kind.PYTHON, ("m:f",), push=(Push("k", "list[int]"),))
MAPPED = mapped(Expand("x", source=Source("a", "k")), upstream=("a",), push=(Push("k", "int"),))
TAKER = Task("b", Kind.PYTHON, ("m:f",), upstream=("m",), pulls=(Pull("all", (Source("m", "k"),)),))


def test_a_run_makes_the_tasks_and_hands_their_values_on_as_a_list(bench: Bench) -> None:
    executor = FakeExecutor({"a": push(k="[1, 2]"), "m": lambda job: push(k=str(job.map_index))(job)})
    assert bench.run(plan_of(GIVER, MAPPED, TAKER), executor) is RunState.SUCCESS
    assert bench.states() == {
        "a": "success",
        "m": "success",
        "m[0]": "success",
        "m[1]": "success",
        "b": "success",
    }
    assert [given.value for given in executor.jobs[-1].inputs[0].given] == ["0", "1"]
    rows = [
        (row.task, row.map_index, row.source_task, row.source_map_index) for row in bench.store.pulls("run-1")
    ]
    assert sorted(rows) == [("b", -1, "m", 0), ("b", -1, "m", 1), ("m", 0, "a", -1), ("m", 1, "a", -1)]


def test_nothing_to_expand_is_a_skip(bench: Bench) -> None:
    assert bench.run(plan_of(GIVER, MAPPED, TAKER), FakeExecutor({"a": push(k="[]")})) is RunState.SUCCESS
    assert bench.states() == {"a": "success", "m": "skipped", "b": "skipped"}


def test_a_task_that_cannot_be_expanded_fails_in_a_try_of_its_own(bench: Bench) -> None:
    assert bench.run(plan_of(GIVER, MAPPED, TAKER)) is RunState.FAILED
    assert bench.reasons("m") == ["'a' pushed no 'k', over which 'x' is expanded"]
    assert bench.states()["b"] == "upstream_failed"


def test_each_task_is_retried_by_itself(bench: Bench) -> None:
    task = mapped(Expand("x", items="[1, 2]"))._replace(retries=1)
    executor = FakeExecutor({"m[1]/1": fail})
    assert bench.run(plan_of(task), executor) is RunState.SUCCESS
    assert bench.tries("m[0]") == ["success"]
    assert bench.tries("m[1]") == ["failed", "success"]


def test_a_cleared_mapped_task_is_expanded_anew(bench: Bench) -> None:
    bench.run(plan_of(GIVER, MAPPED), FakeExecutor({"a": push(k="[1, 2, 3]"), "m": push(k="0")}))
    bench.ask("clear", "a")
    bench.resumed(FakeExecutor({"a": push(k="[1]"), "m": push(k="0")}))
    assert bench.states() == {
        "a": "success",
        "m": "success",
        "m[0]": "success",
        "m[1]": "removed",
        "m[2]": "removed",
    }
    assert bench.tries("m[0]") == ["success", "success"]


def test_a_cleared_mapped_task_grows(bench: Bench) -> None:
    bench.run(plan_of(GIVER, MAPPED), FakeExecutor({"a": push(k="[1]"), "m": push(k="0")}))
    bench.ask("clear", "a")
    bench.resumed(FakeExecutor({"a": push(k="[1, 2]"), "m": push(k="0")}))
    assert bench.states() == {"a": "success", "m": "success", "m[0]": "success", "m[1]": "success"}
    assert bench.tries("m[1]") == ["success"]


def test_one_of_a_mapped_task_is_cleared_alone(bench: Bench) -> None:
    bench.run(plan_of(mapped(Expand("x", items="[1, 2]")), bash("b", "m")))
    bench.ask("clear", "m[1]")
    executor = FakeExecutor()
    assert bench.resumed(executor) is RunState.SUCCESS
    assert [job.id for job in executor.jobs] == ["m[1]/2", "b/2"]


def test_what_a_mapped_task_pushed_is_expanded_item_by_item(bench: Bench) -> None:
    again = Task("n", Kind.PYTHON, ("m:f",), upstream=("m",), expand=(Expand("y", source=Source("m", "k")),))
    executor = FakeExecutor({"a": push(k="[7, 8]"), "m": lambda job: push(k=str(job.map_index))(job)})
    assert bench.run(plan_of(GIVER, MAPPED, again), executor) is RunState.SUCCESS
    assert [job.inputs[0].given[0].value for job in executor.jobs if job.task == "n"] == ["0", "1"]
    rows = [(row.map_index, row.source_map_index) for row in bench.store.pulls("run-1") if row.task == "n"]
    assert rows == [(0, 0), (1, 1)]
