"""The panel of times: the chart of the shown run under a line that says what its length hangs on."""

from __future__ import annotations

from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from flowdesk.gui.gantt.chart import ZOOM, GanttChart
from flowdesk.gui.gantt.chart_run import ChartRun
from flowdesk.gui.gantt.lines import Order
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.override import override
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.tool_button import tool_button
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from flowdesk.gui.session import Session
    from flowdesk.plan.events import Event

TICK, REST = 500, 40  # milliseconds: between looks at the clock; in which events are gathered
SHARE = 10
"""Following a run may take one part of so many of the time: with 10,000 tasks a look takes 0.1 s."""

ROOMY = 520  # pixels
ORDERS = {Order.GRAPH: mark("As in the graph"), Order.START: mark("By their start")}


class GanttPanel(QWidget):
    """Follows the run of `session`, and its moment."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_outdated = True
        self.chart = GanttChart(self)
        self.sentence = ElidedLabel(self)
        self.order = QComboBox(self)
        self.path = tool_button(
            tr("Show the critical path"), self, icon=Icon.GANTT, slot=self._on_path_clicked
        )
        self.path.setCheckable(True)
        self.path.setChecked(True)
        self.folding = tool_button(
            tr("Fold all groups, or unfold them"), self, icon=Icon.FOLD, slot=self._on_folding_clicked
        )
        self._zooming = [
            tool_button(tr("Show more time (-)"), self, icon=Icon.ZOOM_OUT, slot=self._on_zoom_out_clicked),
            tool_button(
                tr("Show less time, larger (+)"), self, icon=Icon.ZOOM_IN, slot=self._on_zoom_in_clicked
            ),
            tool_button(tr("Show the whole run (0)"), self, icon=Icon.FIT, slot=self.chart.fit),
        ]
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._gather = QTimer(self)
        self._gather.setInterval(REST)
        self._gather.setSingleShot(True)
        self._lay_out()
        self._connect(session)
        self._on_session_view_opened()

    def _lay_out(self) -> None:
        for order, text in ORDERS.items():
            self.order.addItem(tr(text), order)
        self.order.setToolTip(tr("What the tasks are ordered by"))
        self.order.setAccessibleName(self.order.toolTip())
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.addWidget(self.order)
        bar.addWidget(self.path)
        bar.addWidget(self.folding)
        bar.addSpacing(6)
        bar.addWidget(self.sentence, stretch=1)
        for button in self._zooming:
            bar.addWidget(button)
        bar.addWidget(tool_button(tr("Save the chart as a picture…"), self, icon=Icon.PUSH, slot=self.save))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.chart, stretch=1)

    def _connect(self, session: Session) -> None:
        session.view_opened.connect(self._on_session_view_opened)
        session.events_grew.connect(self._on_session_events_grew)
        session.moment_changed.connect(self._on_session_moment_changed)
        session.possibilities_changed.connect(self._on_session_possibilities_changed)
        session.task_selected.connect(self.chart.select)
        self.chart.task_chosen.connect(session.select_task)
        self.chart.time_wanted.connect(session.show_time)
        self.order.activated.connect(self._on_order_activated)
        self._ticks.timeout.connect(self._on_ticks_timeout)
        self._gather.timeout.connect(self._on_gather_timeout)

    def save(self) -> None:
        """Ask for a file, and write the whole chart into it."""
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the chart"), "times.png", tr("Pictures (*.png)"))
        if path and not self.chart.picture().save(path):
            self._session.told.emit(tr("{path} could not be written.").format(path=path))

    def _end(self) -> float:
        """Where the chart ends: now, while the run is going on."""
        events = self._session.events
        is_live = self._session.now.run_state is RunState.RUNNING
        last = events[-1].at if events else 0.0
        return max(last, self._session.clock()) if is_live else last

    def _show_growth(self) -> None:
        with self._sparing(self._gather, REST):
            self.chart.run.scaled(self._end())
            self.chart.refresh()
            self._say()

    @contextmanager
    def _sparing(self, timer: QTimer, least: int) -> Iterator[None]:
        """Let a timer, at the soonest after the `least` milliseconds, not ask too often for what is done."""
        began = perf_counter()
        yield
        timer.setInterval(max(least, round(SHARE * (perf_counter() - began) * 1000)))

    def _say(self) -> None:
        self.sentence.say(self.chart.run.sentence() if self.chart.shows_path else "")

    def _set_live(self) -> None:
        self.chart.is_live = self._session.now.run_state is RunState.RUNNING
        if self.chart.is_live != self._ticks.isActive():
            (self._ticks.start if self.chart.is_live else self._ticks.stop)()

    def _on_session_view_opened(self) -> None:
        """What is behind other panels costs nothing until somebody looks at it."""
        self._is_outdated = True
        self._set_live()
        if self.isVisible():
            self._show_run()

    def _show_run(self) -> None:
        session, self._is_outdated = self._session, False
        self.folding.setVisible(bool(session.view.plan.groups))
        self.chart.show_run(ChartRun(session.view.plan, session.events, self._end()))
        self.chart.select(session.task)
        self._on_session_moment_changed()
        self._say()

    def _on_session_events_grew(self, events: list[Event]) -> None:
        if not self._is_outdated:
            self.chart.run.grow(events)
            if not self._gather.isActive():  # not anew at each of many: then it would never be shown
                self._gather.start()

    def _on_gather_timeout(self) -> None:
        if self.isVisible() and not self._is_outdated:
            self._show_growth()
        self._set_live()

    def _on_ticks_timeout(self) -> None:
        if self.isVisible() and not self._is_outdated:
            with self._sparing(self._ticks, TICK):
                self.chart.run.scaled(self._end())
                self.chart.viewport().update()
                self._say()

    def _on_session_moment_changed(self) -> None:
        session = self._session
        self.chart.moment = None if session.moment is None else session.time()
        self.chart.viewport().update()

    def _on_session_possibilities_changed(self) -> None:
        self._set_live()

    def _on_order_activated(self, index: int) -> None:
        self.chart.order = Order(self.order.itemData(index))
        self.chart.refresh()

    def _on_path_clicked(self) -> None:
        self.chart.shows_path = self.path.isChecked()
        self.chart.viewport().update()
        self._say()

    def _on_folding_clicked(self) -> None:
        self.chart.tree.fold_all(folded=not self.chart.tree.folded)
        self.chart.refresh()

    def _on_zoom_in_clicked(self) -> None:
        self.chart.zoom_by(ZOOM)

    def _on_zoom_out_clicked(self) -> None:
        self.chart.zoom_by(1 / ZOOM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the sentence keeps its room; wheel and keys zoom as well as buttons."""
        for button in self._zooming:
            button.setVisible(self.width() >= ROOMY)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_outdated:
            self._show_run()
        else:
            self._show_growth()
