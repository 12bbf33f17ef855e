"""What happened, and the verbs that write it down.

Every verb writes its rows and its event in one transaction, so the two cannot drift apart; the engine
commits them in groups. Events have one order over the whole store. A store belongs to the thread that
opened it; another thread opens its own, as another process does.

Refused: events alone, with rows made from them on demand. Listing a year of runs would mean replaying it.
"""

from __future__ import annotations

import json
import time
from itertools import islice
from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import name_of
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.address import address_of
from flowdesk.store.asking import storable, who
from flowdesk.store.cleaning import Cleaner
from flowdesk.store.database import opened
from flowdesk.store.definitions import definition_hash
from flowdesk.store.errors import RunExists, RunHeld, folder_refused
from flowdesk.store.lease import Holder, this_process
from flowdesk.store.rows import FinishedTry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from typing import Any, Self

    from flowdesk.store.rows import NewRun

AT_ONCE = 1000
"""How many tasks of a new run are written down by one statement."""

TIMEOUT = 10.0
"""Seconds to wait for another program that keeps the file locked."""

PATIENCE = 30.0
"""Seconds to wait for the server of a database that went away in the middle of something."""

WITH_VALUES = frozenset({"mark", "edit"})
"""The kinds of requests that give values."""

EDITS = frozenset({"edit", "restore"})
"""Those that tell who asks."""

ENGINE_DIED = "the engine died"


class Store(Cleaner):
    """The store of a home. Use `open`; close it, or use it as a context manager.

    The verbs raise LookupError for a task or try that is not there, and RuntimeError outside a
    transaction: both are mistakes of the caller.
    """

    @classmethod
    def open(  # noqa: PLR0913 - all but the home have a default
        cls,
        home: Path,
        *,
        url: str | None = None,
        clock: Callable[[], float] = time.time,
        read_only: bool = False,
        timeout: float = TIMEOUT,
        patience: float = PATIENCE,
    ) -> Self:
        """Open the store of a home folder; made, and brought up to date, unless `read_only`.

        `url` is that of the database where it is not the file of the home. `timeout` is how long to wait for
        another program that keeps it locked, `patience` for a server that is not there, in seconds.

        Raises:
            StoreMissing: there is none yet (`read_only`).
            StoreUnavailable: it cannot be opened.
            StoreReadOnly, StoreTooNew, StoreCorrupt, StoreBusy, StoreFull: as they say.
            UsageError: the URL is none, or needs a driver that is not installed.
        """
        home = home.absolute()
        address = address_of(url, home=home)
        if not read_only:
            _make(home)
        database = opened(address, timeout=timeout, patience=patience, read_only=read_only)
        store = cls(home, database, clock=clock, read_only=read_only)
        store.url = address.whole
        if not read_only:
            store.note_user()
        return store

    def create_run(self, run: NewRun, tasks: Iterable[str]) -> Event:
        """Begin a run of these tasks, in the file's order. This process holds its lease.

        Raises:
            RunExists: there is one of this id.
        """
        now = self._moment()
        if self._value("number_of_run", id=run.id) is not None:
            raise RunExists(f"there is a run '{run.id}' already; give the new one another id")
        definition = definition_hash(run.plan, run.source)
        self._do("add_definition", hash=definition, plan=run.plan, source=run.source)
        number = self._numbers[run.id] = self._do(
            "create_run",
            id=storable(run.id),
            pipeline=run.pipeline,
            path=storable(run.path),
            definition=definition,
            state=RunState.RUNNING.value,
            logical_date=run.logical_date,
            params=storable(run.params),
            parent=run.parent,
            now=now,
        )
        rows = (
            {"run": number, "task": task, "position": position, "state": TaskState.WAITING.value}
            for position, task in enumerate(tasks)
        )
        while some := list(islice(rows, AT_ONCE)):  # a million rows take more memory than a million tasks
            self._database.ask("add_tasks", some)
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

    def resume_run(self, run_id: str) -> Event:
        """Take up a run that was interrupted, or is over; this process holds its lease from now on.

        A try that still ran ended as interrupted, which counts as no failure, and its task waits again.

        Raises:
            RunHeld: another process works on it, and lives.
        """
        now, run = self._moment(), self._number(run_id)
        self.hold_lease(run_id)
        self._do_one("resume_run", run=run, state=RunState.RUNNING.value)
        event = self._event(run_id, EventKind.RUN_RESUMED, now)
        for task, map_index, number, failures in self._rows("running_tries", run=run):
            end = FinishedTry(TryState.INTERRUPTED, TaskState.WAITING, ENGINE_DIED, failures=failures)
            self.finish_try(run_id, name_of(task, map_index), number, end)
        return event

    def set_paused(self, run_id: str, paused: bool) -> Event:  # noqa: FBT001 - what is set
        """Let nothing further start, or let it again."""
        now = self._moment()
        self._do_one("set_paused", run=self._number(run_id), paused=int(paused))
        return self._event(run_id, EventKind.RUN_PAUSED if paused else EventKind.RUN_CONTINUED, now)

    def note_group_retry(self, run_id: str, group: str, count: int) -> None:
        """Note how often a group was tried again. No event: the moves of its tasks tell of it."""
        self._moment()
        self._do("note_group_retry", run=self._number(run_id), group_id=group, retries=count)

    def accept_import(self, run_id: str) -> None:
        """Take a run from elsewhere for one of here: what it would run is meant to run. No event."""
        self._moment()
        self._do("forget_import", run=self._number(run_id))

    def finish_run(self, run_id: str, state: RunState, reason: str | None = None) -> Event:
        """End a run and give up its lease."""
        now, run = self._moment(), self._number(run_id)
        reason = None if reason is None else storable(reason)
        self._do_one("finish_run", run=run, state=state.value, reason=reason, now=now)
        self._do("release_lease", run=run)
        return self._event(run_id, EventKind.RUN_FINISHED, now, state=state.value, reason=reason)

    def add_request(
        self,
        run_id: str,
        kind: str,
        task: str | None = None,
        data: Mapping[str, Any] | None = None,  # Any: by kind, whatever JSON can say
    ) -> int:
        """Ask something of the engine of a run; returns the request's id.

        Among the `values` of a mark or an edit, those of secret keys are encrypted, and in `sealed` then.
        """
        told = dict(data or {})
        if kind in EDITS:
            told.setdefault("by", who())
        if kind in WITH_VALUES and task is not None and told.get("values"):
            told = self._sealed(run_id, task, told)
        now, run, text = self._moment(), self._number(run_id), json.dumps(told)
        return self._do("add_request", run=run, kind=kind, task=task and storable(task), data=text, now=now)

    def answer_request(self, request: int, answer: str) -> Event:
        """Answer a request, once."""
        now, answer = self._moment(), storable(answer)
        self._do_one("answer_request", id=request, answer=answer, now=now)
        run_id, kind, task = self._value("request_of_id", id=request)
        about = {"request": request, "kind": kind, "answer": answer}
        return self._event(run_id, EventKind.REQUEST_ANSWERED, now, task, None, **about)


def _make(home: Path) -> None:
    """Make the home, where logs and the key of secrets are also if the database is elsewhere."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise folder_refused(home, error) from error
