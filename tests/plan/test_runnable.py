"""What cannot run yet is said before anything runs."""

from __future__ import annotations

from dataclasses import replace

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.runnable import unsupported
from tests.builders import bash, plan_of


def test_what_can_run_is_not_mentioned() -> None:
    assert unsupported(plan_of(*(Task(kind, kind, ("x",)) for kind in Kind))) == []


def test_what_the_pipeline_asks_for_is_said_by_the_files_words() -> None:
    plan = replace(plan_of(bash("a")), store_url="sqlite:///a.db")
    assert [sentence.split("`")[1] for sentence in unsupported(plan)] == ["store.url"]
