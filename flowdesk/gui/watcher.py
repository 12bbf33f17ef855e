"""Looks at the store in a thread of its own and says what is new; `feed` is how the window talks to it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from flowdesk.errors import FlowdeskError
from flowdesk.gui.followed import FollowedLog, FollowedRun, RunSnapshot
from flowdesk.gui.other_questions import OtherQuestions
from flowdesk.plan.events import EventKind
from flowdesk.plan.rewindable import Rewindable
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json
from flowdesk.store.address import address_of, url_for
from flowdesk.store.errors import StoreGone, StoreMissing, StoreUnavailable

if TYPE_CHECKING:
    from flowdesk.gui.lookup import Lookup
    from flowdesk.gui.question import Question
    from flowdesk.gui.wishes import Wish
    from flowdesk.plan.events import Event
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store

POLL = 60  # milliseconds
EDITED = EventKind.VALUE_EDITED
LIVENESS = 1.0  # seconds between looks at whether the engines are alive


class Watcher(QObject):
    """Follows one file, one run and one log at a time. The signals are those of `Feed`."""

    runs_listed = Signal(str, object)
    run_opened = Signal(object)
    run_missed = Signal(str, str)
    run_left = Signal(str, str)
    questions_asked = Signal(str, object)
    run_interrupted = Signal(str)
    events_arrived = Signal(str, object)
    values_arrived = Signal(str, object)
    log_reset = Signal(object)
    log_grew = Signal(object)
    tries_listed = Signal(str, object)
    looked_up = Signal(object, object)
    failed = Signal(str)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._home = home
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._on_timer_timeout)
        # A long log is read in pieces; what else is asked for comes in between.
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._on_more_timeout)
        self._store: Store | None = None
        self._url = url_for(None)
        self._next_attempt = 0.0
        self._file = ""
        self._runs: list[RunRow] | None = None
        self._run = FollowedRun("")
        self._others = OtherQuestions()
        self._questions: list[Question] = []
        self._log = FollowedLog("")
        self._stale = True
        self._looked_at = 0.0
        self._complaint = ""
        self._unopened_since = 0.0

    @Slot()
    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    @Slot()
    def close(self) -> None:
        """Look no more, close the store and end the thread."""
        self._timer.stop()
        self._more.stop()
        self._close_store()
        self.thread().quit()

    @Slot(str)
    def follow_file(self, path: str) -> None:
        """List the runs of the file at this absolute path, from now on."""
        self._file, self._runs, self._stale = path, None, True
        self._questions = []
        url = url_for(Path(path))
        if url != self._url:
            self._close_store()
            self._url, self._unopened_since = url, 0.0

    @Slot(str)
    def follow_run(self, run_id: str) -> None:
        """Open this run once it is there, and follow it."""
        self._run, self._stale = FollowedRun(run_id), True
        self._log = FollowedLog(self._log.task)
        self.log_reset.emit(None)

    @Slot(str, str)
    def look_for_run(self, run_id: str, said: str) -> None:
        """Tell all that the process of the followed run did, then `run_left`; or `run_missed`."""
        self._stale = True
        self._on_timer_timeout()
        if self._run.id == run_id:
            (self.run_left if self._run.row else self.run_missed).emit(run_id, said)

    @Slot(str, int)
    def follow_log(self, task: str, try_number: int) -> None:
        """Read the log of this try, 0 being the last."""
        self._log, self._stale = FollowedLog(task, try_number), True
        self.log_reset.emit(None)

    @Slot(str, object)
    def ask(self, run_id: str, wish: Wish) -> None:
        """Leave a request for the engine of this run."""
        from flowdesk.store.store import Store

        try:
            store = Store.open(self._home, url=self._url, patience=0)
            try:
                with store.transaction():
                    store.add_request(run_id, wish.kind, wish.task, wish.data)
            finally:
                store.close()
        except FlowdeskError as error:
            self.failed.emit(str(error))

    @Slot(object)
    def look_up(self, lookup: Lookup) -> None:
        """Ask what somebody wants to know, and tell the answer."""
        try:
            store = self._opened_store()
            if store is not None:
                self.looked_up.emit(lookup, lookup.read(store))
        except (FlowdeskError, OSError) as error:
            self._complain(str(error))

    @Slot()
    def _on_timer_timeout(self) -> None:
        try:
            self._look()
        except (FlowdeskError, OSError) as error:
            self._complain(str(error))
            if isinstance(error, StoreGone):
                self._close_store()  # and look for it, or for another, at its place

    def _close_store(self) -> None:
        if self._store:
            self._store.close()
            self._store = None

    def _look(self) -> None:
        store = self._opened_store()
        if store is None:
            if self._file and self._runs is None:
                self._list([])
            return
        alive_unknown = monotonic() - self._looked_at > LIVENESS
        if store.changed_elsewhere() or self._stale or alive_unknown:
            self._looked_at, self._stale = monotonic(), False
            if self._file:
                self._list(store.runs(path=self._file))
                self._look_at_others(store)
            self._look_at_run(store)
            self._look_at_tries(store)
        self._read_log()

    def _opened_store(self) -> Store | None:
        if self._store is None and self._may_be_there():
            from flowdesk.store.store import Store  # in the feed's thread, not before the window is there

            try:
                self._store = Store.open(self._home, url=self._url, read_only=True, patience=0)
                self._stale = True
            except StoreMissing:  # nobody has run anything there yet
                return None
            except StoreUnavailable:
                # An engine may be making it this instant; only a store that stays so is worth a word.
                self._unopened_since = self._unopened_since or monotonic()
                if monotonic() - self._unopened_since > LIVENESS:
                    raise
        return self._store

    def _may_be_there(self) -> bool:
        """Whether it is worth an attempt: a server is asked once a second, a file is looked for."""
        if path := address_of(self._url, home=self._home).path:
            return path.is_file()
        is_due = monotonic() >= self._next_attempt
        if is_due:
            self._next_attempt = monotonic() + LIVENESS
        return is_due

    def _list(self, rows: list[RunRow]) -> None:
        if rows != self._runs:
            self._runs = rows
            self.runs_listed.emit(self._file, rows)

    def _look_at_others(self, store: Store) -> None:
        found = self._others.look(store, self._runs or [], self._run.id)
        if found != self._questions:
            self._questions = found
            self.questions_asked.emit(self._file, found)

    def _look_at_run(self, store: Store) -> None:
        run = self._run
        if not run.id:
            return
        if run.row is None:
            self._open_run(store)
        elif events := store.events(run.id, after_seq=run.seq):
            values = [*_edited(store, events), *store.values(run.id, after_seq=run.seq)]
            run.seq = events[-1].seq
            run.over = events[-1].kind is EventKind.RUN_FINISHED
            # Values first: whoever is told of a push then finds the value.
            if values:
                self.values_arrived.emit(run.id, values)
            self.events_arrived.emit(run.id, events)
        if run.row and not run.over:
            self._look_at_lease(store)

    def _open_run(self, store: Store) -> None:
        run = self._run
        try:
            run.row = store.find_run(run.id)
        except FlowdeskError:  # not there yet
            return
        events = store.events(run.id)
        run.seq = events[-1].seq if events else 0
        run.over = bool(events) and events[-1].kind is EventKind.RUN_FINISHED
        values = store.values(run.id)
        view = Rewindable(from_json(store.plan_text(run.id)), run.id)
        view.apply(events)
        self.run_opened.emit(RunSnapshot(run.row, view.plan, events, values, view))

    def _look_at_lease(self, store: Store) -> None:
        run = self._run
        if store.find_run(run.id).state is RunState.INTERRUPTED:
            run.over = True
            self.run_interrupted.emit(run.id)

    def _look_at_tries(self, store: Store) -> None:
        log = self._log
        if not log.task or self._run.row is None:
            return
        rows = [row for row in store.tries(self._run.id, task=log.task) if row.name == log.task]
        if rows != log.rows:
            log.rows = rows
            self.tries_listed.emit(log.task, rows)
        if head := log.follow(rows):
            self.log_reset.emit(head)

    def _read_log(self) -> None:
        if growth := self._log.read():
            self.log_grew.emit(growth)
        if self._log.has_more and not self._more.isActive():
            self._more.start()

    @Slot()
    def _on_more_timeout(self) -> None:
        try:
            self._read_log()
        except OSError as error:
            self._complain(str(error))

    def _complain(self, sentence: str) -> None:
        if sentence != self._complaint:  # the same trouble at every poll is told once
            self._complaint = sentence
            self.failed.emit(sentence)


def _edited(store: Store, events: list[Event]) -> list[ValueRow]:
    """The values that somebody edited, as they are now."""
    edits = {(event.run_id, event.name, event.data["key"]) for event in events if event.kind is EDITED}
    return [
        row
        for run_id, name, key in sorted(edits, key=str)
        for row in store.values(run_id, task=name, key=key)
        if row.name == name
    ]
