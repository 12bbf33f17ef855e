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
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.runner import Runner, run_arguments
from flowdesk.gui.showing import NOTHING, Showing
from flowdesk.gui.shown_run import ShownRun
from flowdesk.gui.steering import Steering
from flowdesk.plan.selection import is_part
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
    from flowdesk.plan.run_view import Changes
    from flowdesk.store.rows import RunRow, ValueRow


class Session(Showing):
    """The state of one window, with a signal for each way in which it changes."""

    file_checked = Signal()  # `path`, `problems` or the file's plan are new
    runs_listed = Signal(object)  # list[RunRow] of the file
    questions_changed = Signal()  # `questions` are new
    task_selected = Signal(str)  # "" for none
    live_changed = Signal(bool)  # whether new runs are shown as they begin
    told = Signal(str)  # a sentence for the user: something was refused

    def __init__(self, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.feed = feed
        self.file = CheckedFile(self, home=feed.home)
        self.runs: list[RunRow] = []
        self.questions: list[Question] = []  # of the file's runs that are not shown
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
        self._show(ShownRun(NOTHING))
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
            self.told.emit(tr("No process could be started for the run."))

    def show_run(self, run_id: str) -> None:
        """Show this run with the plan that it ran."""
        if run_id != self._wanted:
            self._note_live(live=bool(self.runs) and run_id == self.runs[0].id)
            self._show_run(run_id)

    def show_file(self) -> None:
        """Show the file as it is now, without a run."""
        self._show_run("")
        self._show(ShownRun(self.file.plan or NOTHING))

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
        if self.file.errors or plan is None:
            return bool(self.file.errors)
        return self.view.plan != plan and not is_part(self.view.plan, plan)

    def why_not_run(self) -> str:
        """Why no run can be started now, as a sentence; "" if one can."""
        if reason := self.file.why_not_run():
            return reason
        if self.starting:
            return tr("A run is starting")
        if self.run and self.now.run_state is RunState.RUNNING:
            return tr("Run #{number} is still running").format(number=self.run.number)
        return ""

    def why_not_file(self) -> str:
        """Why the file cannot be shown without a run, as a sentence; "" if it can."""
        return "" if self.run else tr("No run is shown")

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

    def _show(self, shown: ShownRun) -> None:
        self.steering.show(shown.row, shown.now)
        self._open(shown)
        self._has_pointed = False
        if self.task not in self.view.plan.tasks:
            self.select_task("")
        self._point_at_failure()
        self.possibilities_changed.emit()

    @override
    def _change(self, changes: Changes) -> None:
        super()._change(changes)
        self._point_at_failure()

    def _point_at_failure(self) -> None:
        if self.moment is None and self.view.failed and not self._has_pointed:
            self._has_pointed = True
            if not self.task:
                self.select_task(self.view.failed[0])

    @Slot(bool)
    def _on_file_checked(self, edited: bool) -> None:  # noqa: FBT001 - a signal hands it over so
        self.file_checked.emit()
        over = self.now.run_state is None or self.now.run_state.is_final
        is_shown = self.run is None and not self.starting and self.view.plan is self.file.plan
        if not is_shown and (not self._wanted or (edited and over and not self.starting)):
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
        self._show(
            ShownRun(
                snapshot.plan,
                snapshot.row,
                events=snapshot.events,
                values=snapshot.values,
                now=snapshot.view,
            )
        )

    @Slot(str, str)
    def _on_feed_run_missed(self, run_id: str, said: str) -> None:
        if run_id == self._wanted:
            self.show_file()
            self.told.emit(said or tr("The run ended before it began, and did not say why."))

    @Slot(str)
    def _on_feed_run_interrupted(self, run_id: str) -> None:
        if run_id == self.view.run_id:
            if self.now.run_state is RunState.RUNNING:
                self.steering.fail()  # nobody is left to answer
            self._interrupt()

    @Slot(str, object)
    def _on_feed_events_arrived(self, run_id: str, events: list[Event]) -> None:
        if run_id == self.view.run_id:
            self._take_events(events)
            self.steering.take(events)

    @Slot(str, str)
    def _on_feed_run_left(self, run_id: str, said: str) -> None:
        if run_id == self.view.run_id:
            self.steering.take_end(said)

    @Slot(str, object)
    def _on_feed_values_arrived(self, run_id: str, values: list[ValueRow]) -> None:
        if run_id == self.view.run_id:
            self._take_values(values)

    @Slot(str, str)
    def _on_runner_ended(self, run_id: str, said: str) -> None:
        if run_id == self._wanted:
            self.feed.look_for_run(run_id, said)
