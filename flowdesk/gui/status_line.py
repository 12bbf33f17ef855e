"""The line at the bottom of the window: which run is shown, how it stands, how long, how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from flowdesk.gui.answer_label import AnswerLabel
from flowdesk.gui.language import tr
from flowdesk.gui.problem_counts import ProblemCounts
from flowdesk.gui.state_label import StateLabel
from flowdesk.gui.state_look import look_of, shown_of_run, state_in
from flowdesk.gui.times import duration
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.gui.session import Session

TICK = 200  # milliseconds
_TOLD = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.SKIPPED, TaskState.RUNNING)


class StatusLine(QStatusBar):
    """Shows the run of `session`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shown = QWidget(self)
        self.icon = StateLabel(self.shown)
        self.standing, self.counts, self.elapsed = (QLabel(self.shown) for _ in range(3))
        self.answer = AnswerLabel(self.shown)
        self.live = QToolButton(self)
        self.live.setText(tr("Follow new runs"))
        self.live.setCheckable(True)
        self.live.setToolTip(tr("Show each run of this file as it begins, wherever it was started"))
        self.live.setChecked(session.live)
        self._lay_out()
        self.problems = ProblemCounts(self)
        # When the tallest part changes its height, the bar lays all out anew and shows what a tip hid.
        tallest = max(button.sizeHint().height() for button in self.problems.buttons.values())
        self.live.setMinimumHeight(max(tallest, self.live.sizeHint().height()))
        self.addPermanentWidget(self.problems)
        self.addPermanentWidget(self.live)
        self.setSizeGripEnabled(False)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.live.clicked.connect(self._on_live_clicked)
        session.live_changed.connect(self.live.setChecked)
        session.possibilities_changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)
        session.view_opened.connect(self.answer.clear)
        session.steering.answered.connect(self.answer.say)
        self.refresh()

    def refresh(self) -> None:
        """Show the run as it stands."""
        state, run = self._session.view.run_state, self._session.run
        self.icon.show_state(shown_of_run(self._session.view))
        self.standing.setText(self._standing_text())
        self.standing.setToolTip(self._session.view.reason or "")
        self.counts.setText(self._counts_text() if run else "")
        running = state is RunState.RUNNING
        if running != self._timer.isActive():
            self._timer.start() if running else self._timer.stop()
        self._on_timer_timeout()

    def _lay_out(self) -> None:
        # A status tip hides what the bar holds, and would lie on top of any of it that was shown meanwhile;
        # so the bar holds one widget, whose own parts come and go unknown to it.
        line = QHBoxLayout(self.shown)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.icon, self.standing, self.counts, self.elapsed):
            line.addWidget(widget)
        line.addWidget(self.answer, stretch=1)
        self.addWidget(self.shown, stretch=1)

    def _standing_text(self) -> str:
        session = self._session
        if session.starting:
            return tr("Starting…") if session.run is None else tr("Opening…")
        if session.run is None or session.view.run_state is None:
            return tr("No run") if session.path else ""
        shown = shown_of_run(session.view) or session.view.run_state
        word = tr("Stopping…") if session.steering.is_stopping else look_of(shown).word
        return tr("Run #{number} · {state}").format(number=session.run.number, state=word)

    def _counts_text(self) -> str:
        view = self._session.view
        parts = [tr("{n}/{total} done").format(n=view.done, total=len(view.plan.tasks))]
        parts += [
            f"{view.count(state)} {look_of(state_in(view.run_state, state)).word.lower()}"
            for state in _TOLD
            if view.count(state)
        ]
        return " · ".join(parts)

    def _on_timer_timeout(self) -> None:
        view = self._session.view
        end = self._session.time() if view.run_state is RunState.RUNNING else view.finished_at
        begun = view.started_at
        self.elapsed.setText("" if begun is None or end is None else duration(end - begun - view.idle))

    def _on_live_clicked(self, checked: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self._session.set_live(live=checked)
