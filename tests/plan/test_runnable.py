"""What cannot run yet is said before anything runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flowdesk.plan.plan import Kind, Push, Task
from flowdesk.plan.runnable import unsupported
from tests.builders import bash, plan_of


def test_what_can_run_is_not_mentioned() -> None:
    assert unsupported(plan_of(*(Task(kind, kind, ("x",)) for kind in Kind))) == []


@pytest.mark.parametrize(
    ("task", "said"),
    [
        (bash("a", code="echo {{ ds }}"), "`{{ … }}`"),
        (Task("a", Kind.PIPELINE, ("p.toml",), params={"day": '"{{ ds }}"'}), "`{{ … }}`"),
        (replace(bash("a"), push=(Push("k", "list[file]"),)), "list[file]"),
    ],
)
def test_what_is_not_obeyed_or_kept_yet_is_said_once(task: Task, said: str) -> None:
    (sentence,) = unsupported(plan_of(task))
    assert sentence.startswith("'a': flowdesk ")
    assert sentence.count(said) == 1


def test_braces_in_the_name_of_a_function_are_no_template() -> None:
    assert unsupported(plan_of(Task("a", Kind.PYTHON, ("{{m}}:f",)))) == []


def test_what_the_pipeline_asks_for_is_said_by_the_files_words() -> None:
    plan = replace(plan_of(bash("a")), keep_runs=3, store_url="sqlite:///a.db", store_values="values")
    assert [sentence.split("`")[1] for sentence in unsupported(plan)] == [
        "store.url",
        "store.values",
        "keep_runs",
    ]
