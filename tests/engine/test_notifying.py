"""Whom to tell of what: the file's `notify`, as notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.notifying import Happened, Notifying
from flowdesk.executors.notifier import Notifier
from flowdesk.plan.plan import Expand, Notify, Plan
from flowdesk.plan.states import RunState, TaskState
from tests.builders import bash, plan_of

if TYPE_CHECKING:
    from flowdesk.executors.notifier import Notice

Rendered = Callable[[str | None, tuple[str, ...]], tuple[str, ...]]


class Kept(Notifier):
    """Keeps the notices instead of sending them."""

    def __init__(self, tmp_path: Path) -> None:
        super().__init__(tmp_path / "notify.log")
        self.sent: list[Notice] = []

    def send(self, notice: Notice) -> None:
        self.sent.append(notice)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    yield kept
    kept.close()


def telling(kept: Kept, plan: Plan, rendered: Rendered = lambda _, argv: argv) -> Notifying:
    return Notifying(plan, kept, path=Path("/p/shop.toml"), run_id="r", number=7, rendered=rendered)


def plan(*on: str, command: tuple[str, ...] | None = ("tell",), desktop: bool = False) -> Plan:
    return plan_of(bash("a")._replace(notify=Notify(on, desktop, command)), bash("b"))


def test_a_command_finds_what_happened_in_its_environment(kept: Kept) -> None:
    telling(kept, plan("failed")).tell(Happened("a", TaskState.FAILED, "exit code 1", 2, "/l/2.log"))
    (notice,) = kept.sent
    assert (notice.argv, notice.cwd) == (("tell",), "/p")
    assert notice.env == {
        "FLOWDESK_EVENT": "failed",
        "FLOWDESK_PIPELINE": "test",
        "FLOWDESK_FILE": "/p/shop.toml",
        "FLOWDESK_RUN_ID": "r",
        "FLOWDESK_RUN": "7",
        "FLOWDESK_TASK": "a",
        "FLOWDESK_REASON": "exit code 1",
        "FLOWDESK_TRY": "2",
        "FLOWDESK_LOG": "/l/2.log",
    }


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (TaskState.SUCCESS, "success"),
        (TaskState.UP_FOR_RETRY, "retry"),
        (TaskState.SKIPPED, "skipped"),
        (TaskState.UPSTREAM_FAILED, None),
        (TaskState.CANCELLED, None),
    ],
)
def test_what_is_told_goes_by_the_tasks_state(kept: Kept, state: TaskState, event: str | None) -> None:
    telling(kept, plan("failed", "success", "retry", "skipped")).tell(Happened("a", state))
    assert [notice.env["FLOWDESK_EVENT"] for notice in kept.sent] == ([event] if event else [])


def test_only_what_is_asked_for_is_told(kept: Kept) -> None:
    told = telling(kept, plan("failed"))
    told.tell(Happened("a", TaskState.SUCCESS))
    told.tell(Happened("b", TaskState.FAILED))
    assert kept.sent == []


def test_each_task_made_of_a_mapped_one_is_told_and_not_the_whole_again(kept: Kept) -> None:
    mapped = bash("a")._replace(notify=Notify(command=("tell",)), expand=(Expand("x", items="[1]"),))
    told = telling(kept, plan_of(mapped))
    told.tell(Happened("a[0]", TaskState.FAILED))
    told.tell(Happened("a", TaskState.FAILED))
    assert [notice.env["FLOWDESK_MAP_INDEX"] for notice in kept.sent] == ["0"]
    telling(kept, plan_of(mapped)).tell(Happened("a", TaskState.FAILED, "no list"))
    assert "FLOWDESK_MAP_INDEX" not in kept.sent[1].env


@pytest.mark.parametrize(
    ("state", "told"), [(RunState.FAILED, 1), (RunState.SUCCESS, 0), (RunState.CANCELLED, 0)]
)
def test_the_end_of_a_run_is_told(kept: Kept, state: RunState, told: int) -> None:
    telling(kept, plan_of(bash("a"))._replace(notify=Notify(command=("tell",)))).tell_end(state, None)
    assert len(kept.sent) == told


def test_a_command_is_rendered_and_one_that_cannot_be_is_a_complaint(kept: Kept) -> None:
    def rendered(name: str | None, argv: tuple[str, ...]) -> tuple[str, ...]:
        return (*argv, name or "run")

    def broken(_name: str | None, _argv: tuple[str, ...]) -> tuple[str, ...]:
        raise ValueError("no such name")

    telling(kept, plan("failed"), rendered).tell(Happened("a", TaskState.FAILED))
    telling(kept, plan("failed"), broken).tell(Happened("a", TaskState.FAILED))
    assert [notice.argv for notice in kept.sent] == [("tell", "a")]
    assert kept.complaints == ["tell could not tell of task 'a' that failed: no such name"]


def test_a_desktop_gets_a_title_and_the_reason_as_text(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "notify-send"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    telling(kept, plan("failed", command=None, desktop=True)).tell(Happened("a", TaskState.FAILED, "<b>"))
    assert kept.sent[0].argv[-3:] == ("--", "test: task 'a' failed", "&lt;b&gt;")


def test_a_desktop_that_cannot_be_told_is_said_once(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    told = telling(kept, plan("failed", command=None, desktop=True))
    told.tell(Happened("a", TaskState.FAILED))
    told.tell(Happened("a", TaskState.FAILED))
    assert len(kept.complaints) == 1
