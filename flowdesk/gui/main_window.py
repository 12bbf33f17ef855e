"""The window: where everything has its place. What things do is theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QMainWindow,
    QMenu,
    QToolBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from flowdesk.gui import deeds
from flowdesk.gui.about import AboutBox
from flowdesk.gui.actions import Action
from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.panels.log import LogPanel
from flowdesk.gui.panels.problems import ProblemsPanel
from flowdesk.gui.panels.runs import RunsPanel
from flowdesk.gui.panels.xcoms import XComsPanel
from flowdesk.gui.recent import RecentMenu, remember
from flowdesk.gui.stage import Stage
from flowdesk.gui.status_line import StatusLine
from flowdesk.gui.theme_menu import ThemeMenu

if TYPE_CHECKING:
    from flowdesk.gui.run_view import Changes, RunView
    from flowdesk.gui.session import Session

ARRANGEMENT = 1  # raise it when docks are added or renamed: a kept arrangement of another number is left out
GEOMETRY, KEPT_ARRANGEMENT = "window/geometry", "window/arrangement"
BOTTOM, RIGHT = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class MainWindow(QMainWindow):
    """Shows `session`; its own looks are kept in `settings`."""

    def __init__(self, session: Session, settings: QSettings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.stage = Stage(session, self)
        self.xcoms, self.log = XComsPanel(self), LogPanel(self)
        self.runs, self.problems = RunsPanel(self), ProblemsPanel(self)
        self.actions_of_run: list[Action[Session]] = []
        self.setCentralWidget(self.stage)
        self.setStatusBar(StatusLine(session, self))
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
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

    def reset_arrangement(self) -> None:
        """Put every panel where it is at first, all of them shown."""
        self.restoreState(self._first_arrangement, ARRANGEMENT)
        self._size_panels()

    def _place_panels(self) -> None:
        self.xcoms_dock = self._dock("XComs", self.xcoms, BOTTOM)
        self.problems_dock = self._dock("Problems", self.problems, BOTTOM)
        self.log_dock = self._dock("Log", self.log, BOTTOM)
        self.runs_dock = self._dock("Runs", self.runs, RIGHT)
        self.splitDockWidget(self.xcoms_dock, self.log_dock, Qt.Orientation.Horizontal)
        self.tabifyDockWidget(self.xcoms_dock, self.problems_dock)
        self.problems_dock.hide()

    def _size_panels(self) -> None:
        width, height = self.width(), self.height()
        self.resizeDocks(
            [self.xcoms_dock, self.log_dock], [width // 2, width // 2], Qt.Orientation.Horizontal
        )
        self.resizeDocks([self.xcoms_dock], [height * 2 // 5], Qt.Orientation.Vertical)
        self.resizeDocks([self.runs_dock], [max(310, width // 8)], Qt.Orientation.Horizontal)

    def _dock(self, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(title)
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        return dock

    def _place_actions(self) -> None:
        graph = self.stage.graph
        run, stop, show_file = (
            Action(deed, self.session, self) for deed in (deeds.RUN, deeds.STOP, deeds.SHOW_FILE)
        )
        fit, zoom_in, zoom_out = (
            Action(deed, graph, self) for deed in (deeds.FIT, deeds.ZOOM_IN, deeds.ZOOM_OUT)
        )
        self.actions_of_run = [run, stop, show_file]
        open_ = self._plain_action("&Open…", self._on_open_triggered, QKeySequence.StandardKey.Open)
        open_.setToolTip("Open a pipeline's file (Ctrl+O)")
        show_icon(open_, Icon.OPEN)
        self._place_tool_bar([open_], [run, stop], [fit, zoom_in, zoom_out])
        file_menu = self.menuBar().addMenu("&File")
        file_menu.addAction(open_)
        self.recent_menu = RecentMenu(self.settings, file_menu)
        file_menu.addMenu(self.recent_menu)
        file_menu.addSeparator()
        file_menu.addAction(self._plain_action("&Quit", self.close, QKeySequence.StandardKey.Quit))
        self.menuBar().addMenu("&Run").addActions([run, stop, show_file])
        self._fill_view_menu(self.menuBar().addMenu("&View"), [fit, zoom_in, zoom_out])
        about = self._plain_action("&About flowdesk", self._on_about_triggered)
        self.menuBar().addMenu("&Help").addAction(about)

    def _place_tool_bar(self, *parts: list[QAction]) -> None:
        bar = QToolBar("Tool bar", self)
        bar.setObjectName("Tool bar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for part in parts:
            if bar.actions():
                bar.addSeparator()
            bar.addActions(part)
        buttons = [bar.widgetForAction(action) for action in parts[-1]]
        for button in buttons:
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        bar.widgetForAction(self.actions_of_run[0]).setProperty("primary", True)  # noqa: FBT003 - Qt's own
        self.addToolBar(bar)

    def _fill_view_menu(self, menu: QMenu, graph_actions: list[QAction]) -> None:
        menu.addActions(graph_actions)
        menu.addSeparator()
        docks = (self.xcoms_dock, self.log_dock, self.runs_dock, self.problems_dock)
        menu.addActions([dock.toggleViewAction() for dock in docks])
        menu.addSeparator()
        menu.addMenu(ThemeMenu(self.settings, menu))
        menu.addAction(self._plain_action("&Reset arrangement", self.reset_arrangement))

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
        session.feed.log_grew.connect(self.log.grow)

    def _connect_panels(self) -> None:
        self.xcoms.task_chosen.connect(self.session.select_task)
        self.runs.run_chosen.connect(self.session.show_run)
        self.log.log_chosen.connect(self.session.feed.follow_log)
        self.stage.graph.task_activated.connect(self._on_graph_task_activated)
        self.recent_menu.file_chosen.connect(self.open_file)

    def _restore(self) -> None:
        self.resize(1280, 800)
        self._size_panels()
        self._first_arrangement = self.saveState(ARRANGEMENT)
        geometry, arrangement = self.settings.value(GEOMETRY), self.settings.value(KEPT_ARRANGEMENT)
        if isinstance(geometry, QByteArray) and isinstance(arrangement, QByteArray):
            self.restoreGeometry(geometry)
            self.restoreState(arrangement, ARRANGEMENT)
        self._on_session_file_checked()

    def _on_session_possibilities_changed(self) -> None:
        for action in self.actions_of_run:
            action.refresh()

    def _on_session_file_checked(self) -> None:
        problems = self.session.problems
        self._show_title()
        self.problems.list_problems(problems)
        self.problems_dock.setWindowTitle(f"Problems ({len(problems)})" if problems else "Problems")
        self.problems_dock.setVisible(bool(problems))
        if problems:
            self.problems_dock.raise_()

    def _show_title(self) -> None:
        path, name = self.session.path, self.session.view.plan.name
        parts = [name, path.name if path else ""]
        self.setWindowTitle(" — ".join(part for part in parts if part) or "flowdesk")

    def _on_session_view_opened(self, view: RunView) -> None:
        self._show_title()
        self.runs.mark(view.run_id or "")
        self.log.show_task(self.session.task, view.task(self.session.task))

    def _on_session_view_changed(self, changes: Changes) -> None:
        if self.session.task in changes.tasks:
            self.log.show_task(self.session.task, self.session.view.task(self.session.task))

    def _on_session_task_selected(self, task: str) -> None:
        self.xcoms.select_task(task)
        self.log.show_task(task, self.session.view.task(task))

    def _on_graph_task_activated(self, task: str) -> None:
        self.session.select_task(task)
        self.log_dock.show()
        self.log_dock.raise_()
        self.log.text.setFocus()

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
        self.session.close()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(".toml") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls()]
        self.open_file(next(file for file in files if file.endswith(".toml")))
