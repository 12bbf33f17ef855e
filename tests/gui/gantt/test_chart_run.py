from __future__ import annotations

from flowdesk.gui.gantt.chart_run import ChartRun
from flowdesk.gui.gantt.lines import ChartLine, LineKind
from flowdesk.gui.gantt.words import tip_of
from flowdesk.plan.events import Event, EventKind
from tests.builders import bash, plan_of

PLAN = plan_of(bash("get"), bash("idle"), bash("train", "get", "idle"))


def tried(task: str, start: float, end: float, seq: int) -> list[Event]:
    data = {"task_state": "success", "state": "success"}
    return [
        Event(seq, "r", start, EventKind.TRY_STARTED, task, 1),
        Event(seq + 1, "r", end, EventKind.TRY_FINISHED, task, 1, data),
    ]


EVENTS = sorted(
    [
        Event(1, "r", 0.0, EventKind.RUN_STARTED),
        *tried("get", 0.0, 4.0, 2),
        *tried("idle", 0.0, 1.0, 4),
        *tried("train", 5.0, 8.0, 6),
    ],
    key=lambda event: event.at,
)


def test_the_critical_path_is_said_in_a_sentence() -> None:
    assert ChartRun(PLAN, EVENTS, 8.0).sentence() == "7.0 s of 8.0 s lie on 2 tasks: get → train"


def test_what_runs_goes_on_until_now() -> None:
    run = ChartRun(PLAN, EVENTS[:4], 3.0)
    assert run.path.tasks == ("get",)
    run.scaled(3.5)
    assert run.took("get") == 3.5


def test_a_run_of_which_nothing_is_known_has_no_path() -> None:
    assert ChartRun(PLAN, [], 0.0).sentence() == ""


def test_a_tip_says_why_a_task_waited_and_what_it_could_have_lost() -> None:
    run = ChartRun(PLAN, EVENTS, 8.0)
    train = ChartLine("train", "train", LineKind.TASK, 0)
    queued = tip_of(run, train, run.spans.rows["train"].spans[0])
    assert "Queued for a free slot" in queued
    assert "critical path" in queued
    idle = tip_of(run, ChartLine("idle", "idle", LineKind.TASK, 0), run.spans.rows["idle"].spans[0])
    assert "Try 1: success" in idle
    assert "Slack: it could have ended 3.0 s later" in idle
