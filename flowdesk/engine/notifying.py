"""Whom to tell of what happens in a run: the file's `notify`, as notices for programs and for the desktop.

Told is what a task comes to after a try, or without one (failed, success, retry, skipped), and how the run
ends. As in Airflow, a task that never ran because of another one's failure is not told of, nor is what
somebody cancelled. Of a mapped task each of those made of it is told; itself only where there are none.
Everything is told after it is committed.

A command finds what happened in its environment: FLOWDESK_EVENT (failed, success, retry or skipped),
FLOWDESK_PIPELINE, FLOWDESK_FILE, FLOWDESK_RUN_ID, FLOWDESK_RUN (its number) and FLOWDESK_REASON, of a task
also FLOWDESK_TASK, FLOWDESK_MAP_INDEX (of a mapped one), FLOWDESK_TRY and FLOWDESK_LOG.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from flowdesk.executors.notifier import Notice
from flowdesk.plan.instances import split
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from flowdesk.executors.notifier import Notifier
    from flowdesk.plan.plan import Notify, Plan

EVENTS = {
    TaskState.FAILED: "failed",
    TaskState.SUCCESS: "success",
    TaskState.UP_FOR_RETRY: "retry",
    TaskState.SKIPPED: "skipped",
}
RUN_EVENTS = {RunState.FAILED: "failed", RunState.SUCCESS: "success"}

LONGEST = 2000
"""Characters of a reason."""

_WORDS = {"failed": "failed", "success": "succeeded", "retry": "is tried again", "skipped": "was skipped"}
_DESKTOP = "notify-send"


@dataclass(frozen=True, slots=True)
class Happened:
    """What came of a task: its name, its state, why, and the try and log that led to it, if one did."""

    name: str
    state: TaskState
    reason: str | None = None
    try_number: int | None = None
    log: str | None = None


class Notifying:
    """Tells of one run of a plan. `path` is the file, `number` the run's, `rendered` renders a command.

    `rendered` takes a task's name, or None for the run, and an argv; it may raise whatever it likes.
    """

    def __init__(  # noqa: PLR0913 - what a notice tells of
        self,
        plan: Plan,
        notifier: Notifier,
        *,
        path: Path,
        run_id: str,
        number: int,
        rendered: Callable[[str | None, tuple[str, ...]], tuple[str, ...]] = lambda _, argv: argv,
    ) -> None:
        self._plan = plan
        self._notifier = notifier
        self._path = path
        self._rendered = rendered
        self._of_run = {
            "FLOWDESK_PIPELINE": plan.name,
            "FLOWDESK_FILE": str(path),
            "FLOWDESK_RUN_ID": run_id,
            "FLOWDESK_RUN": str(number),
        }
        self._told_of_instances: set[tuple[str, str]] = set()
        self._lacks_desktop = False

    def tell(self, happened: Happened) -> None:
        """Tell of a task, if its `notify` says so. Never raises, never waits."""
        task, map_index = split(happened.name)
        event = EVENTS.get(happened.state)
        notify = self._plan.tasks[task].notify
        if event is None or notify is None or event not in notify.on:
            return
        if map_index >= 0:
            self._told_of_instances.add((task, event))
        elif (task, event) in self._told_of_instances:
            return
        env = {"FLOWDESK_TASK": task, "FLOWDESK_REASON": (happened.reason or "")[:LONGEST]}
        if map_index >= 0:
            env["FLOWDESK_MAP_INDEX"] = str(map_index)
        if happened.try_number is not None:
            env |= {"FLOWDESK_TRY": str(happened.try_number), "FLOWDESK_LOG": happened.log or ""}
        self._send(notify, event, env, name=happened.name)

    def tell_end(self, state: RunState, reason: str | None) -> None:
        """Tell of the run's end, if the pipeline's `notify` says so. Never raises, never waits."""
        event, notify = RUN_EVENTS.get(state), self._plan.notify
        if event is not None and notify is not None and event in notify.on:
            self._send(notify, event, {"FLOWDESK_REASON": (reason or "")[:LONGEST]}, name=None)

    def _send(self, notify: Notify, event: str, own: Mapping[str, str], *, name: str | None) -> None:
        env = {**self._of_run, **own, "FLOWDESK_EVENT": event}
        who = f"task '{name}'" if name else "the run"
        about = f"{who} that {_WORDS[event]}"
        folder = str(self._path.parent)
        if notify.command:
            try:
                argv = self._rendered(name, notify.command)
            except Exception as error:  # noqa: BLE001 - the author's template; the run is not to fail for it
                self._notifier.complain(f"{notify.command[0]} could not tell of {about}: {error}")
            else:
                self._notifier.send(Notice(argv, env, about, folder))
        if notify.desktop:
            self._show(who, event, env, about)

    def _show(self, who: str, event: str, env: Mapping[str, str], about: str) -> None:
        program = shutil.which(_DESKTOP)
        if program is None:
            if not self._lacks_desktop:
                self._notifier.complain(f"nothing is shown on the desktop, because there is no {_DESKTOP}")
            self._lacks_desktop = True
            return
        title = f"{self._plan.name}: {who} {_WORDS[event]}"
        urgency = "critical" if event == "failed" else "normal"
        # "--": a reason may begin with a dash. The body is read as markup.
        argv = (
            program,
            f"--urgency={urgency}",
            "--app-name=flowdesk",
            "--",
            title,
            escape(env["FLOWDESK_REASON"]),
        )
        self._notifier.send(Notice(argv, env, about))
