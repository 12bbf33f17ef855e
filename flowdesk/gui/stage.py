"""The middle of the window: the graph of what the session shows, under what there is to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesk.gui.banner import Banner
from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.canvas.hint import CanvasHint
from flowdesk.gui.canvas.layout_shelf import LayoutShelf, cache_folder
from flowdesk.gui.canvas.minimap import Minimap
from flowdesk.gui.canvas.scale_note import ScaleNote
from flowdesk.gui.canvas.search_bar import SearchBar
from flowdesk.gui.focus_strip import FocusStrip
from flowdesk.gui.language import tr
from flowdesk.gui.notice import Notice
from flowdesk.gui.part_strip import PartStrip
from flowdesk.gui.question_bar import QuestionBar
from flowdesk.gui.replay.bar import ReplayBar
from flowdesk.gui.replay.moment_strip import MomentStrip
from flowdesk.gui.run_strip import RunStrip
from flowdesk.gui.stale_strip import StaleStrip
from flowdesk.gui.usual_times import UsualTimes
from flowdesk.plan.selection import is_part

if TYPE_CHECKING:
    from flowdesk.gui.session import Session
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import Changes, RunView

LEAST = (280, 200)
"""Pixels that the graph keeps when the window shrinks; the panels give way first."""


class Stage(QWidget):
    """Keeps the graph as the session has it, and the session's task as the graph has it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opening = False
        self.notice = Notice(self)
        self.questions = QuestionBar(session, self)
        self.run_strip = RunStrip(session, self)
        self.banner = Banner(session, self)
        self.stale = StaleStrip(session, self)
        self.replay = ReplayBar(session, self)
        self.moment = MomentStrip(session, self.replay.player, self)
        self.part = PartStrip(session, self)
        self.graph = GraphView(
            self,
            workshop=session.file.workshop,
            shelf=LayoutShelf(cache_folder()),
            name_run=self._name_run,
            clock=session.time,
        )
        self.focus = FocusStrip(self.graph, self)
        self.scale_note = ScaleNote(self.graph)
        self.graph.setMinimumSize(*LEAST)
        self.search, self.minimap = SearchBar(self.graph), Minimap(self.graph)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.open)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # panels find in what they show
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for strip in (self.questions, self.notice, self.run_strip, self.banner, self.stale, self.moment):
            layout.addWidget(strip)
        layout.addWidget(self.part)
        layout.addWidget(self.focus)
        layout.addWidget(self.graph, stretch=1)
        layout.addWidget(self.replay)
        session.file_checked.connect(self._on_session_file_checked)
        session.view_opened.connect(self._on_session_view_opened)
        session.view_changed.connect(self._on_session_view_changed)
        session.moment_changed.connect(self._on_session_moment_changed)
        session.task_selected.connect(self.graph.select_task)
        self.questions.answered.connect(session.steering.answer)
        session.told.connect(self.notice.say)
        self.graph.task_selected.connect(self._on_graph_task_selected)
        self._usual = UsualTimes(session, self)
        self._usual.told.connect(self._on_usual_told)

    def _on_session_view_opened(self, view: RunView) -> None:
        self._open(view, self._whole(view))
        self._on_session_file_checked()

    def _open(self, view: RunView, plan: Plan) -> None:
        self._opening = True
        if plan != self.graph.graph.plan:
            self.graph.show_plan(plan if self._session.path else None, str(self._session.path))
        self.graph.show_run(view if view.run_id else None)
        self.part.tell(len(view.plan.tasks), len(plan.tasks))
        if self._session.task in view.plan.tasks:
            self.graph.select_task(self._session.task)
        self._opening = False
        self.search.refresh()

    def _whole(self, view: RunView) -> Plan:
        """The plan that is drawn: of a run of a part of the file, the file's."""
        whole = self._session.file.plan
        return whole if whole is not None and view.run_id and is_part(view.plan, whole) else view.plan

    def _name_run(self, run_id: str) -> str:
        number = next((row.number for row in self._session.runs if row.id == run_id), None)
        return tr("an earlier run") if number is None else tr("run #{number}").format(number=number)

    def _on_session_file_checked(self) -> None:
        """Show how the file stands, while it is the file that is shown."""
        file, differs, view = self._session.file, self._session.differs, self._session.view
        whole = self._whole(view)
        if whole is not view.plan and whole != self.graph.graph.plan:  # it is known only now
            self._open(view, whole)
        self.graph.show_stale(is_stale=file.is_stale and self._session.run is None)
        self.graph.show_problems({} if differs or file.look is None else file.look.by_task)
        self._say_why_empty()

    def _say_why_empty(self) -> None:
        hint = self.graph.findChild(CanvasHint)
        if self._session.view.plan.tasks or not isinstance(hint, CanvasHint):
            return
        if self._session.is_reading:
            hint.say(tr("Reading the file"), "")
        elif self._session.problems:
            hint.say(
                tr("Nothing to draw yet"), tr("The file has problems. Mend them, and its graph appears here.")
            )

    def _on_usual_told(self, times: dict[str, float]) -> None:
        self.graph.graph.tell_usual(times)

    def _on_session_view_changed(self, changes: Changes) -> None:
        self.graph.refresh_tasks(changes.tasks)
        self.graph.refresh_values(changes.values)
        self.search.refresh()

    def _on_session_moment_changed(self) -> None:
        """What runs has run for another length of time."""
        self.graph.refresh_tasks(set(self._session.view.running))

    def _on_graph_task_selected(self, task: str) -> None:
        # While another plan is put in place the graph lets go of its selection; the session keeps its own.
        if self._opening:
            return
        is_here = task in self._session.view.plan.tasks
        self._opening = not is_here  # what a run of a part leaves out is selected on the graph alone
        self._session.select_task(task if is_here else "")
        self._opening = False
