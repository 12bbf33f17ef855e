from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry, Pulled
from flowdesk.xcom.values import encode
from tests.cli.conftest import RETRIED, SUCCESS, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def lineage(store: Store) -> str:
    """Run "r": `b` pulled what `a` pushed in its second try, and what nobody did; its code is made."""
    with store.transaction():
        begin(store, "r", "a", "b")
        carry_out(store, "r", "a", 1)
        store.finish_try("r", "a", 1, RETRIED)
        carry_out(store, "r", "a", 2, score=0.5)
        store.finish_try("r", "a", 2, SUCCESS)
        pulls = [Pulled("points", 0, "a", "score", 2), Pulled("note", 0, "a", "note", None)]
        rendered = json.dumps({"code": ["echo 0.5\necho done"], "env": {"DAY": "2026-03-01"}})
        store.start_try("r", "b", 1, log="logs/r/b/1.log", pulls=pulls, rendered=rendered)
        store.push_value("r", "b", 1, key="out", value=encode("fine"))
        store.finish_try("r", "b", 1, SUCCESS)
        store.finish_run("r", RunState.SUCCESS)
    return "r"


@pytest.mark.usefixtures("lineage")
def test_a_task_is_shown_with_what_it_carried_out_pulled_and_pushed(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    head, blank, first, *lines = flowdesk("show", "1", "b").out.splitlines()
    assert (head, blank) == ("✓ success  b, a bash task of a, run 1", "")
    assert first.startswith("  try 1  ✓ success  ")
    assert lines == [
        "    bash      echo 0.5",
        "              echo done",
        "    env       DAY=2026-03-01",
        "    pulled    note ← a:note, which was not pushed: the default",
        "    pulled    points ← a:score, try 2 = 0.5",
        "    pushed    out: str = fine",
        f"    log       {store.home}/logs/r/b/1.log",
    ]


@pytest.mark.usefixtures("lineage")
def test_every_try_is_shown(flowdesk: Callable[..., Told]) -> None:
    out = flowdesk("show", "1", "a").out
    assert "  try 1  ✗ failed  " in out
    assert "    reason    exit code 1\n" in out
    assert "  try 2  ✓ success  " in out
    assert flowdesk("show", "1", "c").err == "flowdesk: run 1 has no task 'c'; there are a, b\n"


@pytest.mark.usefixtures("lineage")
def test_json_has_the_same(flowdesk: Callable[..., Told]) -> None:
    told = json.loads(flowdesk("show", "1", "b", "--json").out)
    (attempt,) = told["tries"]
    assert [(pull["argument"], pull["source"], pull["source_try"]) for pull in attempt["pulls"]] == [
        ("note", "a", None),
        ("points", "a", 2),
    ]
    assert attempt["rendered"]["code"] == ["echo 0.5\necho done"]


def test_mapped_tasks_are_one_line_of_a_run_and_shown_by_name(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.expand_task("r", "a", 2)
        for index, end in enumerate((SUCCESS, FinishedTry(TryState.FAILED, TaskState.FAILED, "exit code 1"))):
            carry_out(store, "r", f"a[{index}]", score=index)
            store.finish_try("r", f"a[{index}]", 1, end)
        store.move_task("r", "a", TaskState.FAILED, "1 of 2 failed")
        store.finish_run("r", RunState.FAILED)
    out = flowdesk("show").out
    assert "2 of 2 done, 1 failed, score: list[int] = [2 items] … 1" in out
    assert "a[1]: exit code 1" in out
    _, *made = flowdesk("show", "1", "a").out.splitlines()
    assert made == [
        "  2 tasks were made of it:",
        "    ✓ success  a[0]: score = 0",
        "    ✗ failed  a[1]: exit code 1",
    ], "the tries are theirs, and shown with them"
    assert json.loads(flowdesk("show", "1", "a", "--json").out)["tries"] == []
    assert "pushed    score: int = 1" in flowdesk("show", "1", "a[1]").out
    assert flowdesk("xcom", "get", "a[1]", "score").out == "1\n"
    assert json.loads(flowdesk("xcom", "get", "a", "score").out) == [0, 1]
    told = flowdesk("xcom", "get", "a", "scores")
    assert told.err == "flowdesk: none of the 2 tasks of 'a' pushed 'scores', did you mean 'score'?\n"


def test_a_cached_task_is_marked(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a", score=1)
        store.finish_try("r", "a", 1, FinishedTry(TryState.SUCCESS, TaskState.SUCCESS, cached_from="first"))
        store.finish_run("r", RunState.SUCCESS)
    assert "unchanged, values used again, score: int = 1" in flowdesk("show").out
    assert "cached    unchanged, values used again: those of run first" in flowdesk("show", "1", "a").out
