"""One question that a run asks: who asks it, how long it waits, and a button for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from flowdesk.gui.dialogs.tinted_label import TintedLabel
from flowdesk.gui.icon_label import IconLabel
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import tr
from flowdesk.gui.times import so_far

if TYPE_CHECKING:
    from flowdesk.gui.question import Question

MOST_BUTTONS = 4
MOST_LETTERS = 48
"""More choices, or longer ones, are a list to choose from instead of buttons."""
LIST = 22  # letters that can be read of a choice in the list
ICON = 22  # pixels


class QuestionRow(QWidget):
    """Stays until the question is answered; meanwhile its buttons are off."""

    answered = Signal(object, str)
    """The `Question`, and the choice."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.text = QLabel(question.text, self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        font = self.text.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.text.setFont(font)
        self.who = TintedLabel("text_dim", "", self)
        self.buttons: list[QPushButton] = []
        self.list: QComboBox | None = None
        self._answers = QHBoxLayout()
        self._answers.setSpacing(8)
        self._add_answers()
        self._lay_out()

    def show_asked(self, *, is_asked: bool, now: float) -> None:
        """Whether an answer is on its way, and how long is left."""
        for widget in (*self.buttons, *([self.list] if self.list else [])):
            widget.setEnabled(not is_asked)
        question = self.question
        parts = [tr("asked by {task}").format(task=question.task), tr("run #{run}").format(run=question.run)]
        if question.until is not None:
            parts.append(tr("{time} left to answer").format(time=so_far(max(0.0, question.until - now))))
        self.who.setText(tr("Answering…") if is_asked else " · ".join(parts))

    def _lay_out(self) -> None:
        """A few buttons stand beside the words, a list below them."""
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.text)
        words.addWidget(self.who)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(Icon.QUESTION, "accent", ICON, self))
        row.addLayout(words, stretch=1)
        if self.list is None:
            row.addLayout(self._answers)
        else:
            words.addSpacing(4)
            words.addLayout(self._answers)
            self._answers.addStretch()

    def _add_answers(self) -> None:
        choices = self.question.choices
        if len(choices) <= MOST_BUTTONS and sum(map(len, choices)) <= MOST_LETTERS:
            for choice in choices:
                self._add_button(_capital(choice), choice)
            if self.buttons:
                self.buttons[0].setProperty("primary", True)  # noqa: FBT003 - Qt's own
            return
        self.list = QComboBox(self)
        self.list.addItems(choices)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(LIST)
        self._answers.addWidget(self.list)
        self._add_button(tr("Answer"), "")
        self.buttons[0].setProperty("primary", True)  # noqa: FBT003 - Qt's own

    def _add_button(self, text: str, choice: str) -> None:
        button = QPushButton(text.replace("&", "&&"), self)
        button.setProperty("choice", choice)
        button.setAccessibleDescription(self.question.text)
        button.clicked.connect(self._on_button_clicked)
        self.buttons.append(button)
        self._answers.addWidget(button)

    def _on_button_clicked(self) -> None:
        choice = str(self.sender().property("choice"))
        self.answered.emit(self.question, self.list.currentText() if self.list else choice)


def _capital(choice: str) -> str:
    return choice[:1].upper() + choice[1:]
