"""Keeps source, problems and graph at the same place: whoever moves, the others follow without the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.editors import open_in_editor
from flowdesk.gui.panels.problems import ProblemsPanel
from flowdesk.gui.panels.source import NOTHING, SourcePanel
from flowdesk.gui.source.past_text import PastText
from flowdesk.gui.weight_look import by_weight

if TYPE_CHECKING:
    from flowdesk.errors import Place
    from flowdesk.gui.page import PipelinePage
    from flowdesk.gui.session import Session


class SourceLink(QObject):
    """Between the session on one side and the panels of source and problems on the other."""

    source_wanted = Signal()
    """A place was gone to that only the source panel shows."""

    def __init__(self, session: Session, source: SourcePanel, problems: ProblemsPanel) -> None:
        super().__init__(source)
        self._session = session
        self.source = source
        self.problems = problems
        self.past = PastText(session, self)
        self.past.changed.connect(self._show_text)
        source.past.button.clicked.connect(self._on_past_button_clicked)
        session.file_checked.connect(self._on_session_file_checked)
        session.task_selected.connect(self._on_session_task_selected)
        source.line_chosen.connect(self._on_source_line_chosen)
        source.editor_asked.connect(self.open_in_editor)
        problems.place_chosen.connect(self._on_problems_place_chosen)
        self._on_session_file_checked()

    def show_problem_of(self, task: str) -> None:
        """Go to the heaviest problem of a task."""
        look = self._session.file.look
        if look and (problems := look.by_task.get(task)):
            self.problems.choose(by_weight(problems)[0])

    def open_in_editor(self, file: str, line: int) -> None:
        """Open a file in the user's editor, or tell why not."""
        if refused := open_in_editor(file, line):
            self._session.told.emit(refused)

    def _on_session_file_checked(self) -> None:
        self._show_text()
        self.problems.list_problems(self._session.problems, str(self._session.path or ""))

    def _show_text(self) -> None:
        """Show the text of the run or of now, with the selected task brought out."""
        past, run = self.past, self._session.run
        number = run.number if run is not None and past.look is not None else None
        self.source.past.say(number, is_past=past.is_wanted)
        self.source.show_look(past.shown)
        self._on_session_task_selected(self._session.task)

    def _on_past_button_clicked(self) -> None:
        self.past.want(past=not self.past.is_wanted)

    def _on_session_task_selected(self, task: str) -> None:
        look = self.past.shown
        file, lines = look.lines_of(task) if look and task else ("", NOTHING)
        self.source.show_lines(file, lines)

    def _on_source_line_chosen(self, file: str, line: int) -> None:
        look = self.past.shown
        if look and (task := look.task_at(file, line)):
            self._session.select_task(task)

    def _on_problems_place_chosen(self, place: Place) -> None:
        self.source_wanted.emit()
        self.past.want(past=False)
        self.source.go_to(place)
        self._on_source_line_chosen(place.file, place.line)


def make_source_link(page: PipelinePage) -> SourceLink:
    """The panels of source and problems of `page`, with their links."""
    link = SourceLink(page.session, SourcePanel(page), ProblemsPanel(page))
    link.source_wanted.connect(page.read_source)
    return link
