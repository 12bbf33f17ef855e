"""What cannot run yet is said before anything runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flowdesk.plan.plan import Group, Kind, Notify, Param, Pull, Push, Source, Task
from flowdesk.plan.runnable import RUNS, unsupported
from tests.builders import bash, plan_of


def test_what_can_run_is_not_mentioned() -> None:
    assert unsupported(plan_of(*(Task(kind, kind, ("x",)) for kind in RUNS))) == []


@pytest.mark.parametrize("kind", sorted(set(Kind) - RUNS - {Kind.PLUGGED}))
def test_a_kind_that_cannot_run_yet_is_said(kind: Kind) -> None:
    assert unsupported(plan_of(bash("a"), Task("b", kind))) == [
        f"'b': flowdesk cannot run `{kind}` tasks yet; `flowdesk validate` checks them"
    ]


def test_a_field_that_would_not_be_obeyed_is_said() -> None:
    pull = Pull("x", (Source("a", "k"),), earlier=True)
    task = replace(bash("b"), timeout=3.0, pool="gpu", pulls=(pull,))
    assert unsupported(plan_of(task)) == [
        "'b': flowdesk does not obey `timeout`, `pool`, `earlier` yet; `flowdesk validate` checks them"
    ]


def test_a_plugged_in_kind_is_called_by_its_own_word() -> None:
    assert "cannot run `http` tasks" in unsupported(plan_of(Task("a", Kind.PLUGGED, ("http",))))[0]


@pytest.mark.parametrize(
    ("task", "said"),
    [
        (bash("a", code="echo {{ ds }}"), "`{{ … }}`"),
        (replace(bash("a"), push=(Push("k", "int", ge=0), Push("m", "int", ge=0))), "`ge`"),
        (replace(bash("a"), notify=Notify(desktop=True)), "`notify`"),
        (replace(bash("a"), skip_on_exit_code=(3,)), "`skip_on_exit_code`"),
        (replace(bash("a"), skip_on_exit_code=()), "`skip_on_exit_code`"),
        (replace(bash("a"), push=(Push("k", "int", source=Source("b", "k")),)), "`push.from`"),
        (replace(bash("a"), cwd="temp"), '`cwd = "temp"`'),
        (replace(bash("a"), push=(Push("k", "list[file]"),)), "list[file]"),
    ],
)
def test_what_is_not_obeyed_or_kept_yet_is_said_once(task: Task, said: str) -> None:
    (sentence,) = unsupported(plan_of(task))
    assert sentence.count(said) == 1


def test_what_the_pipeline_and_its_groups_ask_for_is_said() -> None:
    plan = replace(
        plan_of(bash("g.a")), params=(Param("n", "int"),), groups={"g": Group("g", retries=1)}, timeout=3.0
    )
    assert [sentence.partition(":")[0] for sentence in unsupported(plan)] == [
        "the pipeline",
        "the pipeline",
        "group 'g'",
    ]


def test_a_store_of_its_own_and_whom_to_tell_are_said_by_the_files_words() -> None:
    plan = replace(
        plan_of(bash("a")), notify=Notify(), store_url="sqlite:///a.db", store_values="values", tags=("t",)
    )
    assert [sentence.split("`")[1] for sentence in unsupported(plan)] == [
        "notify",
        "store.url",
        "store.values",
    ]


@pytest.mark.parametrize(
    "task",
    [
        replace(bash("a"), skip_on_exit_code=(99,)),
        Task("a", Kind.PYTHON, ("shop:train",), skip_on_exit_code=(3,)),
    ],
)
def test_the_usual_exit_code_is_obeyed_and_a_function_has_none(task: Task) -> None:
    assert unsupported(plan_of(task)) == []
