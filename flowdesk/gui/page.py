"""A pipeline that is open: its graph with the panels round it, one page for each tab of the window.

Which panels there are stands in `page_panels`; here they get to know the session and each other.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from flowdesk.gui.canvas.kept_look import look_as_kept
from flowdesk.gui.canvas.minimap import KEPT_MINIMAP
from flowdesk.gui.clerk import Clerk
from flowdesk.gui.deeds.of_group import PickedGroup
from flowdesk.gui.deeds.of_value import PickedValue
from flowdesk.gui.docks import Docks
from flowdesk.gui.feed import Feed
from flowdesk.gui.inspector.panel import ValuePanel
from flowdesk.gui.log_link import LogLink
from flowdesk.gui.page_panels import PANELS
from flowdesk.gui.panels.log import LogPanel
from flowdesk.gui.panels.problems import ProblemsPanel
from flowdesk.gui.panels.runs import RunsPanel
from flowdesk.gui.panels.source import SourcePanel
from flowdesk.gui.panels.xcoms import XComsPanel
from flowdesk.gui.problem_call import ProblemCall
from flowdesk.gui.runs_menu import RunsMenu
from flowdesk.gui.session import Session
from flowdesk.gui.source_link import SourceLink
from flowdesk.gui.stage import Stage
from flowdesk.gui.state_look import shown_of_run
from flowdesk.gui.status_line import StatusLine
from flowdesk.gui.task_menu import GroupMenu, Picked, TaskMenu, ValueMenu
from flowdesk.gui.value_link import ValueLink
from flowdesk.plan.instances import task_of
from flowdesk.store.home import values_folder

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings

    from flowdesk.gui.state_look import Shown
    from flowdesk.plan.run_view import Changes
    from flowdesk.store.rows import ValueRow


class PipelinePage(QMainWindow):
    """Shows `session`; its own looks are kept in `settings`."""

    label_changed = Signal()
    """What a tab or a window's title says about it may be new."""
    possibilities_changed = Signal()
    """What can be done here may be new."""

    def __init__(self, session: Session, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # in spite of its class it lies in another window
        self.session: Session = session
        self.settings = settings
        session.setParent(self)
        self.stage: Stage = Stage(session, self)
        look_as_kept(self.stage.graph, settings)
        wants_minimap = bool(settings.value(KEPT_MINIMAP, defaultValue=True, type=bool))
        self.stage.minimap.set_wanted(is_wanted=wants_minimap)
        self.xcoms: XComsPanel = XComsPanel(self)
        self.log: LogPanel = LogPanel(self)
        self.value: ValuePanel = ValuePanel(values_folder(session.feed.home), self)
        self.runs: RunsPanel = RunsPanel(session, settings, self)
        self.problems: ProblemsPanel = ProblemsPanel(self)
        self.source: SourcePanel = SourcePanel(self)
        self.source_link = SourceLink(session, self.source, self.problems)
        self.log_link = LogLink(session, self.log, settings)
        self.docks: Docks = Docks(self)
        self.clerk: Clerk = Clerk(session, self, settings, self.stage.graph.light_up)
        self.setCentralWidget(self.stage)
        self.status = StatusLine(session, self)
        self.setStatusBar(self.status)
        self._place_panels()
        self._connect_session()
        self._connect_panels()
        self._on_session_file_checked()

    def open(self, path: Path) -> None:
        """Show the pipeline in this file."""
        self.session.feed.start()
        self.session.open(path)

    def close_down(self) -> None:
        """End the threads; runs go on. The page is of no use afterwards."""
        self.log_link.keep()
        self.value.close_down()
        self.runs.close_down()
        self.session.close()

    @property
    def path(self) -> Path | None:
        """The file that is open."""
        return self.session.path

    @property
    def name(self) -> str:
        """The pipeline's name, or that of the file while none is known."""
        return self.session.view.plan.name or (self.path.stem if self.path else "")

    @property
    def state(self) -> Shown | None:
        """How the run stands that is shown."""
        return shown_of_run(self.session.view)

    def _place_panels(self) -> None:
        for panel in PANELS:
            self.docks.add(panel.title, partial(panel.make, self), panel.area)
        find = self.docks.find
        self.xcoms_dock, self.problems_dock, self.log_dock = find("XComs"), find("Problems"), find("Log")
        self.source_dock, self.value_dock, self.runs_dock = find("Source"), find("Value"), find("Runs")
        self.value_link: ValueLink = ValueLink(self.session, self.value, self.docks, self.value_dock)
        self.problem_call = ProblemCall(self.session, self.docks)
        self.resize(1280, 720)
        self.docks.arrange(PANELS)

    def _connect_session(self) -> None:
        session = self.session
        session.possibilities_changed.connect(self.possibilities_changed)
        session.possibilities_changed.connect(self.label_changed)
        session.file_checked.connect(self._on_session_file_checked)
        session.view_opened.connect(self._on_session_view_opened)
        session.view_changed.connect(self._on_session_view_changed)
        session.task_selected.connect(self._on_session_task_selected)
        session.values_reset.connect(self.xcoms.model.reset_values)
        session.values_arrived.connect(self.xcoms.model.add_values)

    def _connect_panels(self) -> None:
        self.xcoms.task_chosen.connect(self._on_xcoms_task_chosen)
        self.stage.graph.instance_chosen.connect(self._on_xcoms_task_chosen)
        self.value_link.connect_to(self.xcoms, self.stage.graph)
        self.log.menu_asked.connect(self._on_menu_asked)
        self.runs.menu_asked.connect(self._on_runs_menu_asked)
        self.runs.log_wanted.connect(self._on_runs_log_wanted)
        self.runs.picked.connect(self.possibilities_changed)
        self.log.shown_changed.connect(self.possibilities_changed)
        self.log.name_shown.connect(self.xcoms.select_task)
        self.stage.graph.task_activated.connect(self._on_graph_task_activated)
        self.stage.graph.menu_asked.connect(self._on_menu_asked)
        self.stage.graph.group_menu_asked.connect(self._on_graph_group_menu_asked)
        self.xcoms.menu_asked.connect(self._on_xcoms_menu_asked)
        self.value.edit_asked.connect(self._on_value_edit_asked)
        self.value.restore_asked.connect(self._on_value_restore_asked)
        self.source_link.source_wanted.connect(self._on_source_link_source_wanted)
        self.stage.graph.badge_clicked.connect(self.source_link.show_problem_of)
        self.stage.stale.button.clicked.connect(self._on_problems_asked)
        self.status.problems.clicked.connect(self._on_problems_asked)

    def _on_session_file_checked(self) -> None:
        self.status.problems.count(self.session.problems)
        self.label_changed.emit()

    def _on_session_view_opened(self) -> None:
        self._show_log()
        self.label_changed.emit()

    def _on_session_view_changed(self, changes: Changes) -> None:
        if self.session.task in changes.tasks:
            self._show_log()

    def _on_session_task_selected(self, task: str) -> None:
        self.xcoms.select_task(task)
        self._show_log()
        self.possibilities_changed.emit()

    def _show_log(self) -> None:
        self.log.show_task(self.session.task, self.session.view)

    def _on_graph_task_activated(self, task: str) -> None:
        self.session.select_task(task)
        self.docks.bring(self.log_dock)
        self.log.text.setFocus()

    def _on_xcoms_task_chosen(self, name: str) -> None:
        self.log.show_task(task_of(name), self.session.view, name)
        self.session.select_task(task_of(name))

    def _on_menu_asked(self, name: str, at: QPoint) -> None:
        TaskMenu(Picked(self.clerk, name), self).popup(at)

    def _on_graph_group_menu_asked(self, group: str, at: QPoint) -> None:
        fold = partial(self.stage.graph.picture.toggle, group)
        GroupMenu(PickedGroup(self.clerk, group), self, fold).popup(at)

    def _on_xcoms_menu_asked(self, row: ValueRow, at: QPoint) -> None:
        ValueMenu(PickedValue(self, row), self).popup(at)

    def _on_value_edit_asked(self, row: ValueRow) -> None:
        self.clerk.editing.edit(row.name, row.key)

    def _on_value_restore_asked(self, row: ValueRow) -> None:
        self.clerk.editing.restore(row.name, row.key)

    def _on_runs_menu_asked(self, at: QPoint) -> None:
        RunsMenu(self).popup(at)

    def _on_runs_log_wanted(self) -> None:
        self.docks.bring(self.log_dock)

    def _on_source_link_source_wanted(self) -> None:
        self.docks.bring(self.source_dock)

    def _on_problems_asked(self) -> None:
        self.docks.bring(self.problems_dock)
        self.problems.table.setFocus()


def make_page(store_home: Path, settings: QSettings, parent: QWidget | None = None) -> PipelinePage:
    """A page on the store of this home, with nothing open yet."""
    return PipelinePage(Session(Feed(store_home)), settings, parent)
