"""The window: where everything has its place. What things do is theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow, QMenu
from typing_extensions import override

from flowdesk.gui import deeds
from flowdesk.gui.about import AboutBox
from flowdesk.gui.actions import Action
from flowdesk.gui.clerk import Clerk
from flowdesk.gui.docks import ARRANGEMENT, BOTTOM, RIGHT, Docks
from flowdesk.gui.garbage import GarbageTimer
from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.inspector.panel import ValuePanel
from flowdesk.gui.panels.log import LogPanel
from flowdesk.gui.panels.problems import ProblemsPanel
from flowdesk.gui.panels.runs import RunsPanel
from flowdesk.gui.panels.source import SourcePanel
from flowdesk.gui.panels.xcoms import XComsPanel
from flowdesk.gui.problem_call import ProblemCall
from flowdesk.gui.recent import RecentMenu, remember
from flowdesk.gui.source_link import SourceLink
from flowdesk.gui.stage import Stage
from flowdesk.gui.status_line import StatusLine
from flowdesk.gui.task_menu import Picked, TaskMenu
from flowdesk.gui.theme_menu import ThemeMenu
from flowdesk.gui.tool_bar import ToolBar
from flowdesk.gui.value_link import ValueLink
from flowdesk.plan.instances import task_of
from flowdesk.store.home import values_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.session import Session
    from flowdesk.plan.run_view import Changes, RunView

GEOMETRY, KEPT_ARRANGEMENT, TIMES = "window/geometry", "window/arrangement", "log/times"


class MainWindow(QMainWindow):
    """Shows `session`; its own looks are kept in `settings`."""

    def __init__(self, session: Session, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.garbage = GarbageTimer(self)
        self.stage = Stage(session, self)
        self.xcoms, self.log = XComsPanel(self), LogPanel(self)
        self.value = ValuePanel(values_folder(session.feed.home), self)
        self.runs, self.problems, self.source = RunsPanel(self), ProblemsPanel(self), SourcePanel(self)
        self.source_link = SourceLink(session, self.source, self.problems)
        self.docks = Docks(self)
        self.clerk = Clerk(session, self)
        self.actions_of_run: list[Action[Clerk]] = []
        self.setCentralWidget(self.stage)
        self.status = StatusLine(session, self)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self._place_panels()
        self._place_actions()
        self._connect_session()
        self._connect_panels()
        self._restore()

    def open_file(self, path: Path | str) -> None:
        """Show the pipeline in this file, and remember that it was opened."""
        self.session.open(Path(path))
        if self.session.path:
            remember(self.settings, self.session.path)

    def _place_panels(self) -> None:
        add = self.docks.add
        self.xcoms_dock = add("XComs", self.xcoms, BOTTOM)
        self.problems_dock = add("Problems", self.problems, BOTTOM)
        self.log_dock = add("Log", self.log, BOTTOM)
        self.source_dock = add("Source", self.source, BOTTOM)
        self.value_dock = add("Value", self.value, BOTTOM)
        self.value_link = ValueLink(self.session, self.value, self.docks, self.value_dock)
        self.runs_dock = add("Runs", self.runs, RIGHT)
        self.problem_call = ProblemCall(self.session, self.docks)

    def _place_actions(self) -> None:
        self.actions_of_run = [Action(deed, self.clerk, self) for deed in deeds.OF_RUN]
        of_graph = [Action(deed, self.stage.graph, self) for deed in deeds.OF_GRAPH]
        run, *others, _ = self.actions_of_run
        open_ = self._plain_action("&Open…", self._on_open_triggered, QKeySequence.StandardKey.Open)
        open_.setToolTip("Open a pipeline's file (Ctrl+O)")
        show_icon(open_, Icon.OPEN)
        parts: list[list[QAction]] = [[open_], [run, *others], [*of_graph]]
        self.addToolBar(ToolBar(parts, primary=run, parent=self))
        file_menu = self.menuBar().addMenu("&File")
        file_menu.addAction(open_)
        self.recent_menu = RecentMenu(self.settings, file_menu)
        file_menu.addMenu(self.recent_menu)
        editor = self._plain_action("Open in &editor", self.source.ask_for_editor)
        editor.setShortcut("Ctrl+E")
        show_icon(editor, Icon.EDIT)
        file_menu.addAction(editor)
        file_menu.addSeparator()
        file_menu.addAction(self._plain_action("&Quit", self.close, QKeySequence.StandardKey.Quit))
        run_menu = self.menuBar().addMenu("&Run")
        run_menu.setToolTipsVisible(True)
        run_menu.addActions(self.actions_of_run)
        self._fill_view_menu(self.menuBar().addMenu("&View"), of_graph)
        about = self._plain_action("&About flowdesk", self._on_about_triggered)
        self.menuBar().addMenu("&Help").addAction(about)

    def _fill_view_menu(self, menu: QMenu, graph_actions: Sequence[QAction]) -> None:
        menu.addActions(graph_actions)
        menu.addSeparator()
        menu.addActions([dock.toggleViewAction() for dock in self.findChildren(QDockWidget)])
        menu.addSeparator()
        menu.addMenu(ThemeMenu(self.settings, menu))
        menu.addAction(self._plain_action("&Reset arrangement", self.docks.reset))

    def _plain_action(self, text: str, slot: object, keys: QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(text, self)
        if keys is not None:
            action.setShortcuts(keys)
        action.triggered.connect(slot)
        return action

    def _connect_session(self) -> None:
        session = self.session
        session.possibilities_changed.connect(self._on_session_possibilities_changed)
        session.file_checked.connect(self._on_session_file_checked)
        session.view_opened.connect(self._on_session_view_opened)
        session.view_changed.connect(self._on_session_view_changed)
        session.task_selected.connect(self._on_session_task_selected)
        session.values_reset.connect(self.xcoms.model.reset_values)
        session.values_arrived.connect(self.xcoms.model.add_values)
        session.runs_listed.connect(self.runs.list_runs)
        session.feed.log_reset.connect(self.log.reset)
        session.feed.tries_listed.connect(self.log.list_tries)
        session.feed.log_grew.connect(self.log.grow)

    def _connect_panels(self) -> None:
        self.xcoms.task_chosen.connect(self._on_xcoms_task_chosen)
        self.value_link.connect_to(self.xcoms, self.stage.graph)
        self.log.menu_asked.connect(self._on_menu_asked)
        self.runs.run_chosen.connect(self.session.show_run)
        self.log.log_chosen.connect(self.session.feed.follow_log)
        self.log.name_shown.connect(self.xcoms.select_task)
        self.stage.graph.task_activated.connect(self._on_graph_task_activated)
        self.stage.graph.menu_asked.connect(self._on_menu_asked)
        self.recent_menu.file_chosen.connect(self.open_file)
        self.source_link.source_wanted.connect(self._on_source_link_source_wanted)
        self.stage.graph.badge_clicked.connect(self.source_link.show_problem_of)
        self.stage.stale.button.clicked.connect(self._on_problems_asked)
        self.status.problems.clicked.connect(self._on_problems_asked)

    def _restore(self) -> None:
        self.resize(1280, 800)
        self.docks.arrange()
        self.log.head.times.setChecked(bool(self.settings.value(TIMES, defaultValue=False, type=bool)))
        geometry, arrangement = self.settings.value(GEOMETRY), self.settings.value(KEPT_ARRANGEMENT)
        if isinstance(geometry, QByteArray) and isinstance(arrangement, QByteArray):
            self.restoreGeometry(geometry)
            self.restoreState(arrangement, ARRANGEMENT)
        self._on_session_file_checked()

    def _on_session_possibilities_changed(self) -> None:
        for action in self.actions_of_run:
            action.refresh()

    def _on_session_file_checked(self) -> None:
        self._show_title()
        self.status.problems.count(self.session.problems)

    def _show_title(self) -> None:
        path, name = self.session.path, self.session.view.plan.name
        parts = [name, path.name if path else ""]
        self.setWindowTitle(" — ".join(part for part in parts if part) or "flowdesk")

    def _on_session_view_opened(self, view: RunView) -> None:
        self._show_title()
        self.runs.mark(view.run_id or "")
        self._show_log()

    def _on_session_view_changed(self, changes: Changes) -> None:
        if self.session.task in changes.tasks:
            self._show_log()

    def _on_session_task_selected(self, task: str) -> None:
        self.xcoms.select_task(task)
        self._show_log()

    def _show_log(self) -> None:
        task, view = self.session.task, self.session.view
        self.log.show_task(task, view)

    def _on_graph_task_activated(self, task: str) -> None:
        self.session.select_task(task)
        self.docks.bring(self.log_dock)
        self.log.text.setFocus()

    def _on_xcoms_task_chosen(self, name: str) -> None:
        self.log.show_task(task_of(name), self.session.view, name)
        self.session.select_task(task_of(name))

    def _on_menu_asked(self, name: str, at: QPoint) -> None:
        TaskMenu(Picked(self.clerk, name), self).popup(at)

    def _on_source_link_source_wanted(self) -> None:
        self.docks.bring(self.source_dock)

    def _on_problems_asked(self) -> None:
        self.docks.bring(self.problems_dock)
        self.problems.table.setFocus()

    def _on_open_triggered(self) -> None:
        folder = str(self.session.path.parent if self.session.path else Path.cwd())
        path, _ = QFileDialog.getOpenFileName(
            self, "Open a pipeline", folder, "Pipelines (*.toml);;All files (*)"
        )
        if path:
            self.open_file(path)

    def _on_about_triggered(self) -> None:
        AboutBox(self).open()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.setValue(GEOMETRY, self.saveGeometry())
        self.settings.setValue(KEPT_ARRANGEMENT, self.saveState(ARRANGEMENT))
        self.settings.setValue(TIMES, self.log.head.times.isChecked())
        self.value.close_down()
        self.session.close()
        self.garbage.close()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(".toml") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls()]
        self.open_file(next(file for file in files if file.endswith(".toml")))
