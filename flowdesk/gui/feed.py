"""The only bridge between the window and the store.

Its `Watcher` lives in a thread of its own and is the only object of the window that opens the store. The
window tells it what to follow (`follow_file`, `follow_run`, `follow_log`) and asks through it
(`ask`); those calls return at once, the watcher takes them up in its thread. What happened
comes back as signals in the past tense, in the order in which it was committed:

* after `follow_file`, `runs_listed` once, and again whenever the list has changed;
* after `follow_run`, `run_opened` once the store has the run, then `events_arrived` and
  `values_arrived` for what came later; `run_interrupted` when its engine is found dead;
* after `follow_log`, `tries_listed` and again whenever they change, `log_reset` when (another) try is
  there to be read, then `log_grew`.

The store is asked by polling: SQLite tells another process nothing, and `PRAGMA data_version` costs
microseconds. A store that is not there yet is waited for; nothing here ever creates one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal, Slot

from flowdesk.gui.watcher import Watcher

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.lookup import Lookup
    from flowdesk.gui.wishes import Wish


class Feed(QObject):
    """What the store under `home` holds and how it grows, as signals."""

    runs_listed = Signal(str, object)  # the file's path, list[RunRow], newest first
    run_opened = Signal(object)  # RunSnapshot
    run_missed = Signal(str, str)  # run id, what its process said: the store does not have it
    run_left = Signal(str, str)  # run id, what its process said: it is no more, and did no more than was told
    run_interrupted = Signal(str)
    questions_asked = Signal(str, object)  # the file's path, list[Question] of its runs that are not followed
    events_arrived = Signal(str, object)  # run id, list[Event]
    values_arrived = Signal(str, object)  # run id, list[ValueRow]
    log_reset = Signal(object)  # LogHead, or None: no log to show
    log_grew = Signal(object)  # Growth
    tries_listed = Signal(str, object)  # the name of the task whose log is followed, list[TryRow]
    failed = Signal(str)

    _lookup_given = Signal(object)
    _file_chosen = Signal(str)
    _run_chosen = Signal(str)
    _run_sought = Signal(str, str)
    _log_chosen = Signal(str, int)
    _wish_made = Signal(str, object)
    _end_asked = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self._thread = QThread()
        self._thread.setObjectName("feed")
        self._watcher = Watcher(home)
        self._watcher.moveToThread(self._thread)
        self._thread.finished.connect(self._watcher.deleteLater)  # why: see `work.Workshop`
        self._thread.started.connect(self._watcher.start)
        self._connect_commands()
        self._connect_news()

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def close(self) -> None:
        """End the thread and wait until it has ended."""
        if self._thread.isRunning():
            self._end_asked.emit()
            self._thread.wait()
            QCoreApplication.removePostedEvents(self, QEvent.Type.MetaCall)  # news that nobody is left for

    def follow_file(self, path: str) -> None:
        """List the runs of the file at this absolute path, from now on."""
        self._file_chosen.emit(path)

    def follow_run(self, run_id: str) -> None:
        """Open this run, once the store has it, and follow it; "" follows none."""
        self._run_chosen.emit(run_id)

    def look_for_run(self, run_id: str, said: str) -> None:
        """The process of a run is no more, and `said` this: `run_left` follows, or `run_missed`."""
        self._run_sought.emit(run_id, said)

    def follow_log(self, task: str, try_number: int = 0) -> None:
        """Read the log of this try of the followed run's task, or of `followed.LAST` or `ALL`."""
        self._log_chosen.emit(task, try_number)

    def ask(self, run_id: str, wish: Wish) -> None:
        """Leave a request for the engine of this run."""
        self._wish_made.emit(run_id, wish)

    def look_up(self, lookup: Lookup) -> None:
        """Ask the store something of one's own; without a store, or in trouble, there is no answer."""
        self._lookup_given.emit(lookup)

    def _connect_commands(self) -> None:
        watcher = self._watcher
        self._file_chosen.connect(watcher.follow_file)
        self._run_chosen.connect(watcher.follow_run)
        self._run_sought.connect(watcher.look_for_run)
        self._log_chosen.connect(watcher.follow_log)
        self._wish_made.connect(watcher.ask)
        self._lookup_given.connect(watcher.look_up)
        self._end_asked.connect(watcher.close)

    def _connect_news(self) -> None:
        # From signal to signal, so that whoever listens, a plain callable too, is called in the window's
        # thread: a connection to a callable that is no QObject's runs in the thread that emits.
        watcher = self._watcher
        watcher.runs_listed.connect(self.runs_listed)
        watcher.run_opened.connect(self.run_opened)
        watcher.run_missed.connect(self.run_missed)
        watcher.run_left.connect(self.run_left)
        watcher.questions_asked.connect(self.questions_asked)
        watcher.run_interrupted.connect(self.run_interrupted)
        watcher.events_arrived.connect(self.events_arrived)
        watcher.values_arrived.connect(self.values_arrived)
        watcher.log_reset.connect(self.log_reset)
        watcher.log_grew.connect(self.log_grew)
        watcher.tries_listed.connect(self.tries_listed)
        watcher.looked_up.connect(self._on_watcher_looked_up)
        watcher.failed.connect(self.failed)

    @Slot(object, object)
    def _on_watcher_looked_up(self, lookup: Lookup, answer: object) -> None:
        lookup.take(answer)
