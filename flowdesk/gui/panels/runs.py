"""The panel of runs: those of this file, whoever started them, as a list or as a grid of runs and tasks.

What is picked with Ctrl, in either view, can be compared; what is done to a run is done to the current one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from flowdesk.gui.grid.link import GridLink
from flowdesk.gui.language import tr
from flowdesk.gui.models.run_pages import RunPages
from flowdesk.gui.models.runs import RunsModel
from flowdesk.gui.override import override
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.panels.narrow_columns import NarrowColumns
from flowdesk.gui.panels.row_table import RowTable
from flowdesk.gui.panels.runs_foot import PAIR, summary
from flowdesk.gui.panels.runs_head import GRID, LIST, RunsHead
from flowdesk.gui.run_errands import RunErrands
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QHideEvent, QShowEvent

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import RunRow
    from flowdesk.store.sought import Sought
    from flowdesk.store.surveying import ListedRun

TICK = 1000  # milliseconds: durations of running runs, and "5 min ago"
VIEW = "runs/view"
WIDTHS = {
    0: 50,
    1: 104,
    3: 86,
    2: 98,
    4: 160,
    5: 104,
    6: 100,
}  # pixels, what tells most first
TOLD_ALWAYS = 3  # columns: number, state and duration


class RunsPanel(QWidget):
    """List and grid of the runs of `session`'s file; which of the two is in front is kept in `settings`."""

    menu_asked = Signal(QPoint)
    """What can be done to the current run, at this place of the screen."""

    log_wanted = Signal()
    """The log of the selected task is to be read."""

    picked = Signal()
    """Other runs are picked or current: what can be done to them may be new."""

    def __init__(self, session: Session, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._settings = settings
        self._picks: list[str] = []
        self._chosen = ""
        self.pages = RunPages(session, self)
        self.errands = RunErrands(session, self)
        self.head = RunsHead(self)
        self.model = RunsModel(self.pages, self._whole, self)
        self.table: RowTable[ListedRun] = RowTable(
            self.model,
            hint=_none_yet(),
            widths=WIDTHS,
            stretch=(),
            parent=self,
        )
        self.link = GridLink(session, self.pages, self)
        self.grid = self.link.view
        self.grid.hint = _none_yet()
        self.foot = ElidedLabel(self)
        self.stack = QStackedWidget(self)
        self._place()
        self._connect()
        self.show_view(GRID if settings.value(VIEW) == "grid" else LIST)

    def take_up(self) -> None:
        """Show what the session has told before anybody asked for this panel."""
        if self.session.path is not None:
            self.pages.take_newest(self.session.runs)
            self.link.take_up()
            self._on_session_view_opened()

    def show_view(self, view: int) -> None:
        """Show the runs as a LIST or as a GRID, and remember it."""
        shown = self.grid if view == GRID else self.table
        if shown is not self.stack.currentWidget():
            self._picks = []
        self.stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self.head.show_view(view)
        self._settings.setValue(VIEW, "grid" if view == GRID else "list")
        self._show_picks()

    def close_down(self) -> None:
        """End the thread, after what is under way."""
        self.errands.close_down()
        for child in self.children():
            if isinstance(child, QWidget) and child.isWindow():  # a comparison
                child.close()

    @property
    def is_grid(self) -> bool:
        """Whether the grid is in front."""
        return self.stack.currentWidget() is self.grid

    @property
    def current(self) -> RunRow | None:
        """The run that something is to be done to: the current one here, else the shown one."""
        found = self.pages.find(self._current_id())
        return found.row if found else self.session.run

    @property
    def pair(self) -> tuple[RunRow, RunRow] | None:
        """The two runs to compare, the earlier first: both that are picked, or the current with another.

        That is the one shown, or if the current one is that, the one before it.
        """
        picked = [run.row for run in self.pages.runs if run.row.id in self._picks]
        if len(picked) == PAIR:
            return picked[1], picked[0]
        run = self.current
        if run is None:
            return None
        other = self.session.run
        if other is None or other.id == run.id:
            rows = [one.row for one in self.pages.runs]
            other = next((one for one in rows if one.number < run.number), None)
        if other is None:
            return None
        return (other, run) if other.number < run.number else (run, other)

    def compare(self) -> None:
        """Open a comparison of the `pair`."""
        from flowdesk.gui.compare.window import compare_runs

        if self.pair is not None:
            compare_runs(self.session, [run.row for run in self.pages.runs], self.pair, self)

    def copy_id(self) -> None:
        """Put the id of the current run into the clipboard."""
        if self.current is not None:
            QGuiApplication.clipboard().setText(self.current.id)
            self.session.told.emit(tr("Copied {id}").format(id=self.current.id))

    def _place(self) -> None:
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setAccessibleName(tr("Runs as a list"))
        self.table.horizontalHeader().setStretchLastSection(True)
        NarrowColumns(self.table, WIDTHS, always=TOLD_ALWAYS)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 3, 12, 5)
        foot.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, stretch=1)
        layout.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._ticks = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)

    def _connect(self) -> None:
        self.head.view_chosen.connect(self.show_view)
        self.head.sought_changed.connect(self._on_head_sought_changed)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_table_sorted)
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self.table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self.grid.pick_asked.connect(self._on_grid_pick_asked)
        self.grid.menu_asked.connect(self.menu_asked)
        self.grid.told.connect(self._tell)
        self.link.log_wanted.connect(self.log_wanted)
        self.pages.changed.connect(self._on_pages_changed)
        self.errands.changed.connect(self.pages.refresh)
        self.session.view_opened.connect(self._on_session_view_opened)
        self.session.file_checked.connect(self.model.touch)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._settle.timeout.connect(self._on_settle_timeout)

    def _whole(self) -> int:
        plan = self.session.file.plan
        return len(plan.tasks) if plan else 0

    def _current_id(self) -> str:
        if self.is_grid:
            return self.grid.current[0]
        index = self.table.currentIndex()
        return self.table.sorted.row(index).row.id if index.isValid() else ""

    def _show_picks(self) -> None:
        self.grid.pick(frozenset(self._picks))
        self._tell("")
        self.picked.emit()

    def _tell(self, words: str) -> None:
        self.foot.say(words or summary(self.pages, len(self._picks), is_grid=self.is_grid))

    def _on_head_sought_changed(self, sought: Sought | None) -> None:
        self.pages.seek(sought)
        hint = _none_yet() if sought is None else tr("No run is like that.")
        self.table.hint = self.grid.hint = hint

    def _on_pages_changed(self) -> None:
        self._select_shown()
        self._tell("")
        self._timer.start()

    def _on_session_view_opened(self) -> None:
        shown = self.session.run.id if self.session.run else ""
        if not self._settle.isActive():
            self._chosen = ""
        if shown != self.model.shown:
            self.model.mark(shown)
        self._select_shown()

    def _select_shown(self) -> None:
        """Have the shown run selected, unless the user chose one that is not shown yet, or picked two."""
        if not self._chosen and len(self._picks) < PAIR:
            self.table.select(self.model.shown)

    def _on_table_sorted(self, column: int) -> None:
        if column >= 0:
            self.pages.fetch_all()

    def _on_table_row_chosen(self, run: ListedRun) -> None:
        self._chosen = run.row.id
        self._settle.start()  # only then it is known whether the row was added to others, or stands alone
        self.picked.emit()

    def _on_settle_timeout(self) -> None:
        asks_for_menu = QGuiApplication.mouseButtons() & Qt.MouseButton.RightButton
        if len(self.table.selectionModel().selectedRows()) == 1 and not asks_for_menu:
            self.session.show_run(self._chosen)
        else:
            self._chosen = ""

    def _on_table_row_activated(self, run: ListedRun) -> None:
        self.session.show_run(run.row.id)
        self.log_wanted.emit()

    def _on_table_selection_changed(self) -> None:
        if self.is_grid:
            return  # it follows what is shown; what is picked is picked in the grid
        rows = self.table.selectionModel().selectedRows()
        self._picks = [self.table.sorted.row(index).row.id for index in rows] if len(rows) == PAIR else []
        self._show_picks()

    def _on_table_menu_requested(self, at: QPoint) -> None:
        if self.table.indexAt(at).isValid():
            self.menu_asked.emit(self.table.viewport().mapToGlobal(at))

    def _on_grid_pick_asked(self, run_id: str) -> None:
        if run_id in self._picks:
            self._picks.remove(run_id)
        else:
            self._picks = [*self._picks[-1:], run_id]
        self._show_picks()

    def _on_timer_timeout(self) -> None:
        self._ticks += 1
        running = any(run.row.state is RunState.RUNNING for run in self.pages.runs[:50])
        if self.isVisible() and (running or self._ticks % 30 == 0):
            self.model.touch()
            self.grid.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


def _none_yet() -> str:
    return tr("No runs yet. Run the pipeline, here or in a terminal, and it appears here.")
