from __future__ import annotations

import pytest

from flowdesk.gui.details.why import RULES, upstream_words, why
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.run_view import RunView
from flowdesk.plan.trigger import TriggerRule
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, over

PLAN = plan_of(bash("get"), bash("check"), bash("train", "get", "check"))


def said(*events: Event) -> str:
    view = RunView(PLAN, "r1")
    view.apply(events)
    return why(view, PLAN.tasks["train"])


def moved(state: str, reason: str) -> Event:
    return Event(9, "r1", 8.0, EventKind.TASK_MOVED, "train", None, {"state": state, "reason": reason})


def test_a_task_waits_for_those_before_it() -> None:
    assert said(*begun()) == "It waits for 'get', 'check'."
    assert said(*begun(), *ended("get", "success", seq=2)) == "It waits for 'check'."


def test_a_task_that_is_ready_waits_for_a_slot() -> None:
    before = [*begun(), *ended("get", "success", seq=2), *ended("check", "success", seq=4)]
    assert said(*before) == "It is ready, and waits for a free slot."
    task = PLAN.tasks["train"]._replace(pool="gpu")
    view = RunView(PLAN, "r1")
    view.apply(before)
    assert why(view, task) == "It is ready, and waits for a slot of the pool 'gpu'."


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("skipped", "It was skipped: 'get' picked another."),
        ("upstream_failed", "It did not run, as something before it failed: 'get' picked another."),
        ("cancelled", "It was cancelled: 'get' picked another."),
        ("success", ""),
    ],
)
def test_why_a_task_did_not_run_is_the_reason_of_its_move(state: str, sentence: str) -> None:
    assert said(*begun(), moved(state, "'get' picked another")) == sentence


def test_nothing_waits_in_a_run_that_is_over_or_where_there_is_none() -> None:
    assert said(*begun(), over(2)) == "It had not started when the run ended."
    assert why(RunView(PLAN), PLAN.tasks["train"]) == ""


def test_every_rule_is_told_and_each_task_before_it_stands_there_with_its_state() -> None:
    assert set(RULES) == set(TriggerRule)
    view = RunView(PLAN, "r1")
    view.apply([*begun(), *ended("get", "failed", seq=2)])
    assert upstream_words(view, PLAN.tasks["train"]) == [("get", "Failed"), ("check", "Waiting")]
