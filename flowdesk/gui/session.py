"""What one window has open: a pipeline's file, the run of it that is shown, and the task that is selected.

No widget is known here, and no widget knows of another: panels and canvas show what the session says
and tell it what the user wants. The file is looked at by a `CheckedFile`, runs come from the feed.

Which run is shown: on opening, the latest of the file, if there is one; then whatever is chosen or
started. Once a run is over, an edit that makes the file say something else, or breaks it, shows the
file again; the run stays one click away.

Where nothing is selected, the first task that fails is, once for each run that is shown: so its log says
why at once, and whoever lets go of it is left in peace.

A run can be shown as it was at any moment (`show_moment`): the view changes as if events had changed it.
What can be done to a run is decided by how it stands now, whichever moment is shown.
"""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from flowdesk.gui.checked_file import CheckedFile
from flowdesk.gui.runner import Runner, run_arguments
from flowdesk.gui.shown_run import ShownRun
from flowdesk.gui.steering import Steering
from flowdesk.plan.plan import Plan
from flowdesk.plan.states import RunState
from flowdesk.store.home import new_run_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flowdesk.errors import Problem
    from flowdesk.gui.feed import Feed
    from flowdesk.gui.followed import RunSnapshot
    from flowdesk.gui.question import Question
    from flowdesk.plan.events import Event
    from flowdesk.plan.run_view import Changes, RunView
    from flowdesk.store.rows import RunRow, ValueRow

NOTHING = Plan("", {})


class Session(QObject):
    """The state of one window, with a signal for each way in which it changes."""

    file_checked = Signal()  # `path`, `problems` or the file's plan are new
    view_opened = Signal(object)  # RunView: all of what is shown is new
    view_changed = Signal(object)  # Changes in `view`
    events_grew = Signal(object)  # list[Event]: further ones of the run, which `events` has already
    moment_changed = Signal()  # `moment`: another one of the run is shown, or now again
    values_reset = Signal(object)  # list[ValueRow]: all of the run's values
    values_arrived = Signal(object)  # list[ValueRow]: further ones
    runs_listed = Signal(object)  # list[RunRow] of the file
    questions_changed = Signal()  # `questions` are new
    task_selected = Signal(str)  # "" for none
    possibilities_changed = Signal()  # what `why_not_run` and `possible` say may be new
    live_changed = Signal(bool)  # whether new runs are shown as they begin
    told = Signal(str)  # a sentence for the user: something was refused

    def __init__(self, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.feed = feed
        self.file = CheckedFile(self)
        self.runs: list[RunRow] = []
        self.questions: list[Question] = []  # of the file's runs that are not shown
        self._shown = ShownRun(NOTHING)
        self.task = ""
        self.live = True
        self._wanted = ""  # the run that the feed was asked for; "" for none
        self._has_pointed = False  # at the failure of the shown run
        self._runner = Runner(self)
        self.steering = Steering(feed, self._runner, self)
        self.steering.changed.connect(self.possibilities_changed)
        self.steering.refused.connect(self.told)
        self._runner.ended.connect(self._on_runner_ended)
        self.file.checked.connect(self._on_file_checked)
        self._connect_feed()

    def open(self, path: Path) -> None:
        """Show the pipeline at `path` and its latest run."""
        self.runs, self.questions = [], []
        self.file.open(path)
        self._note_live(live=True)
        self._show_run("")
        self._open_view(ShownRun(NOTHING))
        self.feed.follow_file(str(self.path))
        self.file_checked.emit()

    def close(self) -> None:
        """End the threads; runs go on."""
        self._runner.close()
        self.file.close()
        self.feed.close()

    def start_run(self, asked: Sequence[str] = ()) -> None:
        """Start a run of the file and show it, if `why_not_run` has nothing against it.

        `asked` are further options of `flowdesk run`.
        """
        if self.path is None or self.why_not_run():
            return
        run_id = new_run_id(time())
        if self._runner.start(run_id, run_arguments(self.path, run_id, asked), self.path):
            self._note_live(live=True)
            self._show_run(run_id)
        else:
            self.told.emit("No process could be started for the run.")

    def show_run(self, run_id: str) -> None:
        """Show this run with the plan that it ran."""
        if run_id != self._wanted:
            self._note_live(live=bool(self.runs) and run_id == self.runs[0].id)
            self._show_run(run_id)

    def show_file(self) -> None:
        """Show the file as it is now, without a run."""
        self._show_run("")
        self._open_view(ShownRun(self.file.plan or NOTHING))

    def show_moment(self, seq: int | None) -> None:
        """Show the run as it was right after the event `seq`; None, or its last event: as it is now."""
        before = self.moment
        changes = self._shown.show(seq)
        if self.moment == before:
            return
        self.view_changed.emit(changes)
        self.values_reset.emit(self._shown.values())
        self.moment_changed.emit()
        self.possibilities_changed.emit()

    def set_live(self, *, live: bool) -> None:
        """Whether a run of the file that begins, wherever it was started, is to be shown at once.

        If so, the latest is shown now.
        """
        self._note_live(live=live)
        if live and self.runs and not self.starting:
            self.show_run(self.runs[0].id)

    def select_task(self, task: str) -> None:
        """Select a task everywhere; "" selects none."""
        if task != self.task:
            self.task = task
            self.task_selected.emit(task)

    @property
    def run(self) -> RunRow | None:
        """The run that is shown; None: the file is."""
        return self._shown.row

    @property
    def view(self) -> RunView:
        """The run as it is shown: at `moment`."""
        return self._shown.view

    @property
    def now(self) -> RunView:
        """The run as it stands now, whichever moment is shown."""
        return self._shown.now

    @property
    def events(self) -> list[Event]:
        """All events of the shown run, those after the moment too."""
        return self._shown.events

    @property
    def moment(self) -> int | None:
        """The `seq` of the last event before the moment that is shown; None: now."""
        return self._shown.moment

    def time(self) -> float:
        """The time that is shown, in seconds since the epoch: the clock's, or that of the moment."""
        return self._shown.time(time())

    @property
    def path(self) -> Path | None:
        """The file that is open, as an absolute path."""
        return self.file.path

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the file, sorted by place."""
        return self.file.problems

    @property
    def is_reading(self) -> bool:
        """Whether a file is open of which nothing is known yet."""
        return self.path is not None and self.file.look is None

    @property
    def starting(self) -> bool:
        """Whether a run was asked for that the store does not have yet."""
        return bool(self._wanted) and (self.run is None or self.run.id != self._wanted)

    @property
    def differs(self) -> bool:
        """Whether the shown run ran something else than the file says now."""
        if self.run is None:
            return False
        plan = self.file.plan
        return bool(self.file.errors) or (plan is not None and self.view.plan != plan)

    def why_not_run(self) -> str:
        """Why no run can be started now, as a sentence; "" if one can."""
        if reason := self.file.why_not_run():
            return reason
        if self.starting:
            return "A run is starting"
        if self.run and self.now.run_state is RunState.RUNNING:
            return f"Run #{self.run.number} is still running"
        return ""

    def why_not_file(self) -> str:
        """Why the file cannot be shown without a run, as a sentence; "" if it can."""
        return "" if self.run else "No run is shown"

    def _connect_feed(self) -> None:
        self.feed.runs_listed.connect(self._on_feed_runs_listed)
        self.feed.run_opened.connect(self._on_feed_run_opened)
        self.feed.run_missed.connect(self._on_feed_run_missed)
        self.feed.questions_asked.connect(self._on_feed_questions_asked)
        self.feed.run_left.connect(self._on_feed_run_left)
        self.feed.run_interrupted.connect(self._on_feed_run_interrupted)
        self.feed.events_arrived.connect(self._on_feed_events_arrived)
        self.feed.values_arrived.connect(self._on_feed_values_arrived)
        self.feed.failed.connect(self._on_feed_failed)

    def _show_run(self, run_id: str) -> None:
        self._wanted = run_id
        self.feed.follow_run(run_id)
        self.possibilities_changed.emit()

    def _note_live(self, *, live: bool) -> None:
        if live != self.live:
            self.live = live
            self.live_changed.emit(live)

    def _open_view(self, shown: ShownRun) -> None:
        self._shown = shown
        self.steering.show(shown.row, shown.now)
        self.view_opened.emit(shown.view)
        self.values_reset.emit(shown.values())
        self.moment_changed.emit()
        self._has_pointed = False
        if self.task not in shown.view.plan.tasks:
            self.select_task("")
        self._point_at_failure()
        self.possibilities_changed.emit()

    def _change_view(self, changes: Changes) -> None:
        if changes and self.moment is None:
            self.view_changed.emit(changes)
            self._point_at_failure()
        if changes.run:
            self.possibilities_changed.emit()

    def _point_at_failure(self) -> None:
        if self.view.failed and not self._has_pointed:
            self._has_pointed = True
            if not self.task:
                self.select_task(self.view.failed[0])

    @Slot(bool)
    def _on_file_checked(self, edited: bool) -> None:  # noqa: FBT001 - a signal hands it over so
        self.file_checked.emit()
        over = self.now.run_state is None or self.now.run_state.is_final
        if not self._wanted or (edited and over and not self.starting):
            self.show_file()
        self.possibilities_changed.emit()

    @Slot(str)
    def _on_feed_failed(self, sentence: str) -> None:
        self.steering.fail()  # if it was a request that failed
        self.told.emit(sentence)

    @Slot(str, object)
    def _on_feed_runs_listed(self, path: str, rows: list[RunRow]) -> None:
        if path != str(self.path):
            return
        known = {row.id for row in self.runs}
        self.runs = rows
        self.runs_listed.emit(rows)
        over = self.now.run_state is not RunState.RUNNING and not self.starting
        if self.live and over and rows and rows[0].id not in known:
            self.show_run(rows[0].id)

    @Slot(str, object)
    def _on_feed_questions_asked(self, path: str, questions: list[Question]) -> None:
        if path == str(self.path):
            self.questions = questions
            self.questions_changed.emit()

    @Slot(object)
    def _on_feed_run_opened(self, snapshot: RunSnapshot) -> None:
        if snapshot.row.id != self._wanted:
            return
        self._open_view(ShownRun(snapshot.plan, snapshot.row, events=snapshot.events, values=snapshot.values))

    @Slot(str, str)
    def _on_feed_run_missed(self, run_id: str, said: str) -> None:
        if run_id == self._wanted:
            self.show_file()
            self.told.emit(said or "The run ended before it began, and did not say why.")

    @Slot(str)
    def _on_feed_run_interrupted(self, run_id: str) -> None:
        if run_id == self.view.run_id:
            changes = self._shown.interrupt()
            if changes.run:
                self.steering.fail()  # nobody is left to answer
                changes.tasks.update(self.now.running)  # which no event will bring to an end
            self._change_view(changes)

    @Slot(str, object)
    def _on_feed_events_arrived(self, run_id: str, events: list[Event]) -> None:
        if run_id == self.view.run_id:
            self._change_view(self._shown.take(events))
            self.events_grew.emit(events)
            self.steering.take(events)

    @Slot(str, str)
    def _on_feed_run_left(self, run_id: str, said: str) -> None:
        if run_id == self.view.run_id:
            self.steering.take_end(said)

    @Slot(str, object)
    def _on_feed_values_arrived(self, run_id: str, values: list[ValueRow]) -> None:
        if run_id == self.view.run_id:
            self._shown.take_values(values)
            if self.moment is None:
                self.values_arrived.emit(values)

    @Slot(str, str)
    def _on_runner_ended(self, run_id: str, said: str) -> None:
        if run_id == self._wanted:
            self.feed.look_for_run(run_id, said)
