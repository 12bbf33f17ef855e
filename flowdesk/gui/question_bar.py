"""What runs ask, in a bar over the graph that cannot be missed: one line for each open question.

Those of the shown run come from its events; those of other runs of the file are told by the feed, so
that nobody has to look for the run that waits.
"""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesk.gui.dialogs.tinted_label import TintedLabel
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.question import Question, question_of
from flowdesk.gui.question_row import QuestionRow
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from flowdesk.gui.session import Session

MOST = 3
TICK = 500  # milliseconds: "12 s left to answer"
EDGE = 3  # pixels of full colour at its side


class QuestionBar(QWidget):
    """Hidden while nothing is asked."""

    answered = Signal(object, str)
    """The `Question`, and the choice."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: list[QuestionRow] = []
        self.more = TintedLabel("text_dim", "", self)
        self.more.setContentsMargins(48, 0, 12, 8)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Questions"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.more)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_timer_timeout)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        session.view_changed.connect(self.refresh)
        session.view_opened.connect(self.refresh)
        session.possibilities_changed.connect(self.refresh)
        session.questions_changed.connect(self.refresh)
        self._on_theme_changed()
        self.hide()

    @Slot()
    def refresh(self) -> None:
        """Show what is asked now."""
        asked = self._questions()
        shown = asked[:MOST]
        if [row.question for row in self.rows] != shown:
            self._put(shown)
        left = len(asked) - len(shown)
        self.more.setText(tr("… and {n} more after these").format(n=left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(asked))
        self._on_timer_timeout()
        if bool(asked) != self._timer.isActive():
            self._timer.start() if asked else self._timer.stop()

    def _questions(self) -> list[Question]:
        run, view = self._session.run, self._session.now
        own: list[Question] = []
        if run and view.run_state is RunState.RUNNING:
            asks = view.questions().items()
            own = [question_of(run.number, task, asked, run.id) for task, asked in asks]
        shown = run.id if run else ""
        return own + [question for question in self._session.questions if question.run_id != shown]

    def _put(self, questions: list[Question]) -> None:
        kept = {row.question: row for row in self.rows}
        for question, row in kept.items():
            if question not in questions:
                row.hide()
                row.deleteLater()
        self.rows = [kept.get(question) or self._made(question) for question in questions]
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            for place, row in enumerate(self.rows):
                layout.insertWidget(place, row)

    def _made(self, question: Question) -> QuestionRow:
        row = QuestionRow(question, self)
        row.answered.connect(self.answered)
        return row

    def _on_timer_timeout(self) -> None:
        for row in self.rows:
            row.show_asked(is_asked=self._session.steering.is_answering(row.question), now=time())

    def _on_theme_changed(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, current_theme().colour("accent_soft"))
        self.setPalette(palette)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        theme = current_theme()
        painter.fillRect(0, 0, EDGE, self.height(), theme.colour("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))
