"""A pipeline that is open: its graph with the panels round it, one page for each tab of the window.

Which panels there are stands in `page_panels`. Each is made when its dock is first seen or somebody asks for
it, and then gets to know the session and the others; what is seen at first, once the graph is painted.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from flowdesk.gui.afterwards import Afterwards, FirstPaint
from flowdesk.gui.canvas.kept_look import look_as_kept
from flowdesk.gui.canvas.minimap import KEPT_MINIMAP
from flowdesk.gui.clerk import Clerk
from flowdesk.gui.docks import Docks
from flowdesk.gui.feed import Feed
from flowdesk.gui.page_panels import PANELS
from flowdesk.gui.problem_call import ProblemCall
from flowdesk.gui.session import Session
from flowdesk.gui.stage import Stage
from flowdesk.gui.state_look import shown_of_run
from flowdesk.gui.status_line import StatusLine
from flowdesk.plan.instances import task_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings

    from flowdesk.gui.inspector.panel import ValuePanel
    from flowdesk.gui.log_link import LogLink
    from flowdesk.gui.panels.log import LogPanel
    from flowdesk.gui.panels.problems import ProblemsPanel
    from flowdesk.gui.panels.runs import RunsPanel
    from flowdesk.gui.panels.source import SourcePanel
    from flowdesk.gui.panels.xcoms import XComsPanel
    from flowdesk.gui.source_link import SourceLink
    from flowdesk.gui.state_look import Shown
    from flowdesk.gui.value_link import ValueLink
    from flowdesk.plan.run_view import Changes


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
        self.afterwards: Afterwards = Afterwards(self)
        self.docks: Docks = Docks(self, self.afterwards.give)
        self.clerk: Clerk = Clerk(session, self, settings, self.stage.graph.light_up)
        self.setCentralWidget(self.stage)
        self.status = StatusLine(session, self)
        self.setStatusBar(self.status)
        self._place_panels()
        self._connect_session()
        self._connect_graph()
        self._on_session_file_checked()

    def open(self, path: Path) -> None:
        """Show the pipeline in this file."""
        graph = self.stage.graph
        first = FirstPaint(graph.viewport(), lambda: bool(graph.graph.drawing.nodes))
        first.came.connect(self.afterwards.begin)
        self.session.file.missed.connect(self.afterwards.begin)
        self.afterwards.begin_soon()
        self.afterwards.give(self.session.feed.start)
        self.session.open(path)

    def close_down(self) -> None:
        """End the threads; runs go on. The page is of no use afterwards."""
        self.afterwards.close()
        if self.is_made("log_link"):
            self.log_link.keep()
        if self.is_made("value_link"):
            self.value.close_down()
        if self.is_made("runs"):
            self.runs.close_down()
        self.session.close()

    @cached_property
    def xcoms(self) -> XComsPanel:
        """The panel of values."""
        from flowdesk.gui.xcoms_link import make_xcoms

        return make_xcoms(self)

    @cached_property
    def log_link(self) -> LogLink:
        """What keeps the panel of the log at what is shown."""
        from flowdesk.gui.log_link import make_log_link

        return make_log_link(self)

    @cached_property
    def source_link(self) -> SourceLink:
        """What keeps source, problems and graph together."""
        from flowdesk.gui.source_link import make_source_link

        return make_source_link(self)

    @cached_property
    def value_link(self) -> ValueLink:
        """What keeps the inspector at the value that is looked at."""
        from flowdesk.gui.value_edits import make_value_link

        return make_value_link(self)

    @cached_property
    def runs(self) -> RunsPanel:
        """The panel of runs."""
        from flowdesk.gui.runs_link import make_runs

        return make_runs(self)

    @property
    def log(self) -> LogPanel:
        """The panel of the log."""
        return self.log_link.log

    @property
    def source(self) -> SourcePanel:
        """The panel of the file's text."""
        return self.source_link.source

    @property
    def problems(self) -> ProblemsPanel:
        """The panel of what is wrong with the file."""
        return self.source_link.problems

    @property
    def value(self) -> ValuePanel:
        """The inspector."""
        return self.value_link.panel

    def is_made(self, part: str) -> bool:
        """Whether a part that is made late is there: to ask for it would make it."""
        return part in self.__dict__

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

    def _connect_graph(self) -> None:
        graph = self.stage.graph
        graph.instance_chosen.connect(self.choose_instance)
        graph.task_activated.connect(self._on_graph_task_activated)
        graph.key_activated.connect(self._on_graph_key_activated)
        graph.menu_asked.connect(self.open_task_menu)
        graph.group_menu_asked.connect(self._on_graph_group_menu_asked)
        graph.badge_clicked.connect(self._on_graph_badge_clicked)
        self.stage.stale.button.clicked.connect(self._on_problems_asked)
        self.status.problems.clicked.connect(self._on_problems_asked)

    def choose_instance(self, name: str) -> None:
        """Select the task of this name, and show the log of the one of those made of it that is meant."""
        self.log.show_task(task_of(name), self.session.view, name)
        self.session.select_task(task_of(name))

    def open_task_menu(self, name: str, at: QPoint) -> None:
        """Offer what can be done to the task of this name, at a place of the screen."""
        from flowdesk.gui.task_menu import Picked, TaskMenu

        TaskMenu(Picked(self.clerk, name), self).popup(at)

    def read_log(self) -> None:
        """Bring the log to the front."""
        self.docks.bring(self.log_dock)

    def read_source(self) -> None:
        """Bring the source to the front."""
        self.docks.bring(self.source_dock)

    def _on_session_file_checked(self) -> None:
        self.status.problems.count(self.session.problems)
        self.label_changed.emit()

    def _on_session_view_opened(self) -> None:
        self._show_log()
        self.label_changed.emit()

    def _on_session_view_changed(self, changes: Changes) -> None:
        if self.session.task in changes.tasks:
            self._show_log()

    def _on_session_task_selected(self) -> None:
        self._show_log()
        self.possibilities_changed.emit()

    def _show_log(self) -> None:
        if self.is_made("log_link"):
            self.log.show_task(self.session.task, self.session.view)

    def _on_graph_task_activated(self, task: str) -> None:
        self.session.select_task(task)
        self.docks.bring(self.log_dock)
        self.log.text.setFocus()

    def _on_graph_key_activated(self, task: str, key: str) -> None:
        self.value_link.open_key(task, key)

    def _on_graph_group_menu_asked(self, group: str, at: QPoint) -> None:
        from flowdesk.gui.deeds.of_group import PickedGroup
        from flowdesk.gui.task_menu import GroupMenu

        fold = partial(self.stage.graph.picture.toggle, group)
        GroupMenu(PickedGroup(self.clerk, group), self, fold).popup(at)

    def _on_graph_badge_clicked(self, task: str) -> None:
        self.source_link.show_problem_of(task)

    def _on_problems_asked(self) -> None:
        self.docks.bring(self.problems_dock)
        self.problems.table.setFocus()


def make_page(store_home: Path, settings: QSettings, parent: QWidget | None = None) -> PipelinePage:
    """A page on the store of this home, with nothing open yet."""
    return PipelinePage(Session(Feed(store_home)), settings, parent)
