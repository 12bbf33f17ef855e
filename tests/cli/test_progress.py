from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.progress import JsonLines, Lines, Silence, display_of, guarded
from flowdesk.cli.standing import Standing
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import TaskState
from tests.builders import bash, plan_of
from tests.cli.events import edited, event, expanded, finished, pushed, started

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.events import Event


def test_a_line_tells_state_task_and_what_there_is_to_know(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines(Standing(plan_of(bash("a", retries=1))))
    lines.show(
        [
            started("a"),
            pushed("a", "k", "0.5"),
            finished("a", TaskState.UP_FOR_RETRY, reason="exit code 1", delay=10),
        ]
    )
    told = [line.split(maxsplit=1)[1].split("  ") for line in capsys.readouterr().out.splitlines()]
    assert [[part.strip() for part in line if part.strip()] for line in told] == [
        ["▶ running", "a", "try 1 of 2"],
        ["pushed", "a", "k: float = 0.5"],
        ["↻ up for retry", "a", "next try in 10s", "exit code 1"],
    ]


def test_a_line_tells_what_was_edited_and_restored(capsys: pytest.CaptureFixture[str]) -> None:
    Lines(Standing(plan_of(bash("a")))).show([edited("a", "k", "0.9", "0.5"), edited("a", "k", "0.5", None)])
    told = [line.split(maxsplit=1)[1].split() for line in capsys.readouterr().out.splitlines()]
    assert told == [
        ["edited", "a", "k", "=", "0.9,", "pushed", "0.5"],
        ["edited", "a", "k", "=", "0.5,", "restored"],
    ]


def test_json_lines_are_one_event_each(capsys: pytest.CaptureFixture[str]) -> None:
    JsonLines().show([started("a"), pushed("a", "k", "0.5")])
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["kind"], first["task"], first["try"]) == ("try_started", "a", 1)
    assert second["data"]["preview"] == "0.5"


class BrokenDisplay(Silence):
    shown = 0

    def show(self, events: Sequence[Event]) -> None:
        self.shown += len(events)
        raise BrokenPipeError


def test_where_the_reader_leaves_the_run_goes_on_unseen() -> None:
    display, standing = BrokenDisplay(), Standing(plan_of(bash("a")))
    watch = guarded(display, standing)
    watch([started("a")])
    watch([finished("a", TaskState.SUCCESS)])
    assert display.shown == 1
    assert standing.done == 1


def test_a_run_that_is_being_ended_is_told_in_a_line(capfd: pytest.CaptureFixture[str]) -> None:
    Lines(Standing(plan_of(bash("a")))).tell_ending()
    assert capfd.readouterr().out.endswith("  ending; Ctrl-C again ends it at once\n")


@pytest.mark.parametrize(("kind", "display"), [("dumb", "Lines"), ("xterm", "LiveDisplay")])
def test_a_terminal_that_cannot_be_redrawn_gets_lines(
    monkeypatch: pytest.MonkeyPatch, kind: str, display: str
) -> None:
    monkeypatch.setenv("TERM", kind)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = display_of(Standing(plan_of(bash("a"))), live=True)
    assert type(shown).__name__ == display


def test_lines_tell_of_mapped_tasks_questions_pauses_and_answers(capsys: pytest.CaptureFixture[str]) -> None:
    standing = Standing(plan_of(bash("train"), bash("check")))
    standing.number = 3
    asks = {"question": "Go on?", "choices": ["yes", "no"], "until": None}
    happened = [
        expanded("train", 2),
        started("train[1]"),
        started("check", asks=asks),
        event(EventKind.RUN_PAUSED),
        event(EventKind.REQUEST_ANSWERED, "check", request=1, kind="approve", answer="answered yes"),
        event(EventKind.REQUEST_ANSWERED, request=2, kind="pause", answer="paused"),
        finished("train[1]", TaskState.SUCCESS),
    ]
    guarded(Lines(standing), standing)(happened)
    told = [" ".join(line.split()[1:]) for line in capsys.readouterr().out.splitlines()]
    assert told == [
        "▶ running train 2 tasks",
        "▶ running train[1]",
        "▶ running check asks: Go on? flowdesk approve 3 check yes|no",
        "paused: nothing further starts; `flowdesk resume` continues it",
        "asked check approve: answered yes",
        "asked: pause: paused",
        "✓ success train[1] 5.0s",
    ]


def test_a_try_beyond_the_retries_is_counted_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Lines(Standing(plan_of(bash("a")))).show([started("a", 2)])
    assert capsys.readouterr().out.rstrip().endswith("▶ running          a  try 2")
