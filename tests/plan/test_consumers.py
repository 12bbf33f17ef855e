from __future__ import annotations

from typing import NamedTuple

from flowdesk.plan.consumers import consumers
from flowdesk.plan.plan import Expand, Kind, Plan, Pull, Push, Source, Task
from tests.builders import plan_of


class Row(NamedTuple):
    task: str
    argument: str
    source_task: str
    key: str
    map_index: int = -1
    source_map_index: int = -1
    source_run: str | None = None


def task(name: str, *pulls: str, after: tuple[str, ...] = (), kind: Kind = Kind.PYTHON) -> Task:
    """A task that pulls these ("a:k") and pushes k and j."""
    sources = [Source(*pull.split(":")) for pull in pulls]
    upstream = (*dict.fromkeys(source.task for source in sources), *after)
    return Task(
        name,
        kind,
        ("m:f",),
        upstream=upstream,
        push=(Push("k", "int"), Push("j", "int")),
        pulls=tuple(Pull(f"p{number}", (source,)) for number, source in enumerate(sources)),
    )


def mapped(name: str, over: str) -> Task:
    of, key = over.split(":")
    return Task(
        name,
        Kind.PYTHON,
        ("m:f",),
        upstream=(of,),
        push=(Push("k", "int"),),
        expand=(Expand("x", Source(of, key)),),
    )


def found(plan: Plan, name: str = "a", key: str = "k", *rows: Row, direct: bool = False) -> list[str]:
    return consumers(plan, name, {key}, pulled=rows, direct=direct)


def test_what_pulls_the_key_runs_anew_and_what_pulls_from_that() -> None:
    plan = plan_of(task("a"), task("b", "a:k"), task("c", "b:j"), task("d", "c:k"))
    assert found(plan) == ["b", "c", "d"]
    assert found(plan, direct=True) == ["b"]


def test_what_pulls_another_key_or_only_comes_after_does_not() -> None:
    plan = plan_of(task("a"), task("other", "a:j"), task("after", after=("a",)), task("b", "a:k"))
    assert found(plan) == ["b"]


def test_what_was_pulled_counts_besides_what_is_declared() -> None:
    plan = plan_of(task("a"), task("b", after=("a",)))
    assert found(plan, "a", "k", Row("b", "x", "a", "k")) == ["b"]
    assert found(plan, "a", "k", Row("b", "x", "a", "k", source_run="earlier")) == []


def test_a_task_that_pulls_its_own_earlier_value_does_not_run_anew_for_it() -> None:
    plan = plan_of(task("a", "a:k"), task("b", "a:k"))
    assert found(plan) == ["b"]


def test_a_task_mapped_over_the_edited_list_runs_anew_as_a_whole() -> None:
    plan = plan_of(task("a"), mapped("m", "a:k"), task("z", "m:k"))
    rows = [Row("m", "x", "a", "k", map_index=index) for index in range(3)]
    assert found(plan, "a", "k", *rows) == ["m", "z"]


def test_of_a_task_mapped_over_a_mapped_one_only_what_has_the_edited_item_runs_anew() -> None:
    plan = plan_of(task("a"), mapped("m", "a:k"), mapped("n", "m:k"), task("z", "n:k"))
    rows = [Row("n", "x", "m", "k", index, index) for index in range(3)]
    assert found(plan, "m[1]", "k", *rows) == ["n[1]", "z"]


def test_all_that_comes_after_a_branch_runs_anew_with_it() -> None:
    plan = plan_of(
        task("a"),
        task("pick", "a:k", kind=Kind.BRANCH),
        task("left", after=("pick",)),
        task("right", after=("pick",)),
        task("end", after=("left", "right")),
        task("apart", after=("a",)),
    )
    assert found(plan) == ["pick", "left", "right", "end"]
    assert found(plan, direct=True) == ["pick"]
