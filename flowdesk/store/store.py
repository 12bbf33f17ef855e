"""What happened, and the verbs that write it down.

Every verb writes its rows and its event in one transaction, so the two cannot drift apart; the engine
commits them in groups. Events have one order over the whole store. A store belongs to the thread that
opened it; another thread opens its own, as another process does.

Refused: events alone, with rows made from them on demand. Listing a year of runs would mean replaying it.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING, Self

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.database import open_for_reading, open_for_writing
from flowdesk.store.errors import RunExists, RunHeld
from flowdesk.store.lease import Holder, this_process
from flowdesk.store.reading import storable
from flowdesk.store.writing import Writer
from flowdesk.xcom.values import preview, type_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from flowdesk.store.rows import FinishedTry, NewRun, Pulled

TIMEOUT = 10.0
"""Seconds to wait for another program that keeps the file locked."""


class Store(Writer):
    """The store of a home. Use `open`; close it, or use it as a context manager.

    The verbs raise LookupError for a task or try that is not there, and RuntimeError outside a
    transaction: both are mistakes of the caller.
    """

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        clock: Callable[[], float] = time.time,
        read_only: bool = False,
        timeout: float = TIMEOUT,
    ) -> Self:
        """Open the store of a home folder; made, and brought up to date, unless `read_only`.

        Raises:
            StoreMissing: there is none yet (`read_only`).
            StoreUnavailable: it cannot be opened.
            StoreReadOnly, StoreTooNew, StoreCorrupt, StoreBusy, StoreFull: as they say.
        """
        home = home.absolute()
        opened = open_for_reading if read_only else open_for_writing
        return cls(home, opened(home, timeout=timeout), clock=clock, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def create_run(self, run: NewRun, tasks: Iterable[str]) -> Event:
        """Begin a run of these tasks, in the file's order. This process holds its lease.

        Raises:
            RunExists: there is one of this id.
        """
        now = self._moment()
        if self._value("number_of_run", id=run.id) is not None:
            raise RunExists(f"there is a run '{run.id}' already; give the new one another id")
        definition = hashlib.sha256(json.dumps([run.plan, run.source]).encode()).hexdigest()
        self._do("add_definition", hash=definition, plan=run.plan, source=run.source)
        number = self._numbers[run.id] = self._do(
            "create_run",
            id=storable(run.id),
            pipeline=run.pipeline,
            path=storable(run.path),
            definition=definition,
            state=RunState.RUNNING.value,
            now=now,
        )
        rows = [
            {"run": number, "task": task, "position": position, "state": TaskState.WAITING.value}
            for position, task in enumerate(tasks)
        ]
        self._queries.add_tasks(self._connection, rows)
        self.hold_lease(run.id)
        return self._event(run.id, EventKind.RUN_STARTED, now, pipeline=run.pipeline, path=storable(run.path))

    def hold_lease(self, run_id: str) -> None:
        """Make this process the one that works on a run.

        Raises:
            RunHeld: another process does, and lives.
        """
        now, run, me = self._moment(), self._number(run_id), this_process()
        found = self._value("holder_of_lease", run=run)
        if found and (holder := Holder(*found)) != me and holder.is_alive:
            raise RunHeld(f"process {holder.pid} on {holder.host} works on the run '{run_id}' already")
        self._do("release_lease", run=run)
        self._do("hold_lease", run=run, host=me.host, boot_id=me.boot_id, pid=me.pid, start=me.start, now=now)

    def start_try(  # noqa: PLR0913 - a try is its run, task and number wherever it is named
        self,
        run_id: str,
        task: str,
        number: int,
        *,
        log: str,
        pid: int | None = None,
        pulls: Sequence[Pulled] = (),
    ) -> Event:
        """Begin a try, with what it pulls; its task runs from now on."""
        now, run = self._moment(), self._number(run_id)
        self._do_one("start_task", run=run, task=task, state=TaskState.RUNNING.value, number=number, now=now)
        state = TryState.RUNNING.value
        kept = log.removeprefix(f"{self.home}/")  # so that a home can be moved
        self._do("start_try", run=run, task=task, number=number, state=state, log=kept, pid=pid, now=now)
        if pulls:
            rows = [
                {
                    "run": run,
                    "task": task,
                    "number": number,
                    "argument": pulled.argument,
                    "position": pulled.position,
                    "source_task": pulled.source_task,
                    "key": pulled.key,
                    "source_try": pulled.source_try,
                    "now": now,
                }
                for pulled in pulls
            ]
            self._queries.add_pulls(self._connection, rows)
        return self._event(run_id, EventKind.TRY_STARTED, now, task, number, pid=pid)

    def record_pid(self, run_id: str, task: str, number: int, pid: int) -> None:
        """Note which process carries out a try, once there is one. No event: nothing happened to the task."""
        self._moment()
        self._do_one("record_pid", run=self._number(run_id), task=task, number=number, pid=pid)

    def push_value(  # noqa: PLR0913 - as start_try
        self,
        run_id: str,
        task: str,
        number: int,
        *,
        key: str,
        value: str,
        type: str | None = None,  # noqa: A002 - the word of the file and of the row
    ) -> Event:
        """Keep a value (JSON text) of a try; under the same key, it takes the place of the one before.

        `type` is the value's own type, told from the value where it is not given.
        """
        now, run = self._moment(), self._number(run_id)
        value, told = storable(value), type or type_name(value)
        data = {"key": key, "type": told, "size": len(value.encode()), "preview": preview(value)}
        event = self._event(run_id, EventKind.VALUE_PUSHED, now, task, number, **data)
        self._do("forget_value", run=run, task=task, number=number, key=key)
        self._do(
            "push_value",
            seq=event.seq,
            run=run,
            task=task,
            number=number,
            key=key,
            type=told,
            value=value,
            now=now,
        )
        return event

    def finish_try(self, run_id: str, task: str, number: int, finished: FinishedTry) -> Event:
        """End a try and move its task."""
        now, run = self._moment(), self._number(run_id)
        state, task_state, reason = finished.state.value, finished.task_state.value, _told(finished.reason)
        end = {"state": state, "reason": reason, "exit_code": finished.exit_code, "signal": finished.signal}
        self._do_one("finish_try", run=run, task=task, number=number, **end, now=now)
        self._move(run, task, finished.task_state, reason, now)
        kind, delay = EventKind.TRY_FINISHED, finished.delay
        return self._event(run_id, kind, now, task, number, **end, task_state=task_state, delay=delay)

    def move_task(self, run_id: str, task: str, state: TaskState, reason: str | None = None) -> Event:
        """Move a task that no try moves: after a failed one, a joint, in a cancelled run."""
        now, reason = self._moment(), _told(reason)
        self._move(self._number(run_id), task, state, reason, now)
        return self._event(run_id, EventKind.TASK_MOVED, now, task, state=state.value, reason=reason)

    def finish_run(self, run_id: str, state: RunState, reason: str | None = None) -> Event:
        """End a run and give up its lease."""
        now, run, reason = self._moment(), self._number(run_id), _told(reason)
        self._do_one("finish_run", run=run, state=state.value, reason=reason, now=now)
        self._do("release_lease", run=run)
        return self._event(run_id, EventKind.RUN_FINISHED, now, state=state.value, reason=reason)

    def add_request(self, run_id: str, kind: str, task: str | None = None) -> int:
        """Ask something of the engine of a run; returns the request's id."""
        now = self._moment()
        return self._do("add_request", run=self._number(run_id), kind=kind, task=task, now=now)

    def answer_request(self, request: int, answer: str) -> None:
        """Answer a request, once."""
        self._do_one("answer_request", id=request, answer=answer, now=self._moment())

    def _move(self, run: int, task: str, state: TaskState, reason: str | None, now: float) -> None:
        finished_at = now if state.is_final else None
        self._do_one(
            "move_task", run=run, task=task, state=state.value, reason=reason, finished_at=finished_at
        )


def _told(reason: str | None) -> str | None:
    return None if reason is None else storable(reason)
