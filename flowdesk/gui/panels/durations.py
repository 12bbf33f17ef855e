"""The panel of durations: how long the selected task, or the whole run, took over the runs of the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from flowdesk.gui.history.duration_plot import DurationPlot, words_of
from flowdesk.gui.history.durations import read_runs, read_task
from flowdesk.gui.history.legend import Legend
from flowdesk.gui.history.time_scale import time_text
from flowdesk.gui.language import plural, tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.override import override
from flowdesk.gui.panels.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from flowdesk.gui.history.durations import Bar, Durations
    from flowdesk.gui.session import Session

OF_TASK, OF_RUN = 0, 1
SETTLE = 60  # milliseconds: of what changes at once, only the last is asked about


class DurationsPanel(QWidget):
    """Follows `session`; asks the store only while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = ("", "")
        self.plot = DurationPlot(self)
        self.legend = Legend(self)
        self.foot = ElidedLabel(self)
        self.switch = QButtonGroup(self)
        self.title = ElidedLabel(self)
        self._place()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._ask)
        self.switch.idClicked.connect(self._settle.start)
        self.plot.run_chosen.connect(session.show_run)
        self.plot.point_marked.connect(self._on_plot_point_marked)
        session.runs_listed.connect(self._settle.start)
        session.task_selected.connect(self._settle.start)
        session.view_opened.connect(self._on_session_view_opened)
        self.setFocusProxy(self.plot)

    @property
    def task(self) -> str:
        """The task that is told of; "" for the whole run."""
        return "" if self.switch.checkedId() == OF_RUN else self._session.task

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 12, 6)
        for number, text, tip in (
            (OF_TASK, tr("Selected task"), tr("How long the selected task took in each run")),
            (OF_RUN, tr("Whole run"), tr("How long each run took, and in which tasks the time went")),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(number == OF_TASK)
            self.switch.addButton(button, number)
            head.addWidget(button)
        head.addSpacing(8)
        head.addWidget(self.title, stretch=1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.plot, stretch=1)
        layout.addWidget(self.legend)
        layout.addLayout(foot)

    def _ask(self) -> None:
        if not self.isVisible() or self._session.path is None:
            return
        path, task = str(self._session.path), self.task
        self._asked = (path, task)
        if task:
            asked = Lookup(lambda store: read_task(store, path, task), partial(self._take, self._asked))
        else:
            asked = Lookup(lambda store: read_runs(store, path), partial(self._take, self._asked))
        self._session.feed.look_up(asked)

    def _take(self, asked: tuple[str, str], durations: Durations) -> None:
        if asked == self._asked:
            run = self._session.run
            self.plot.show_durations(durations, run.id if run else "")
            self.legend.show_names(durations.longest)
            is_other = not durations.task and self.switch.checkedId() == OF_TASK
            self.title.say(tr("No task is selected: the whole run") if is_other else durations.task)
            self.foot.say(self._summary())

    def _summary(self) -> str:
        durations = self.plot.durations
        if durations is None or not durations.bars:
            return tr("No runs yet.")
        words = [plural("{n} run", "{n} runs", len(durations.bars))]
        if durations.median is not None:
            words.append(tr("median {time}").format(time=time_text(durations.median, durations.most)))
        if durations.longest:
            words.append(tr("the line across a bar is how long the run took"))
        return ", ".join(words) + ". " + tr("A click opens the run.")

    def _on_session_view_opened(self) -> None:
        run = self._session.run
        self.plot.show_durations(self.plot.durations, run.id if run else "")

    def _on_plot_point_marked(self, bar: Bar | None) -> None:
        if bar is None:
            self.foot.say(self._summary())
        else:
            longest = self.plot.durations.longest if self.plot.durations else ()
            self.foot.say("  ·  ".join(words_of(bar, longest)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start()
