"""How many problems the file has, by weight, as icons with numbers; a click asks for their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from flowdesk.gui.icons import show_icon
from flowdesk.gui.language import tr
from flowdesk.gui.weight_look import WEIGHTS, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.errors import Problem, Severity

ICON = 16  # pixels


class ProblemCounts(QWidget):
    """One button for each weight of which there is a problem."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Severity, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for severity, look in WEIGHTS.items():
            button = QToolButton(self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(ICON, ICON))
            show_icon(button, look.icon, look.role)
            button.clicked.connect(self.clicked)
            button.hide()
            layout.addWidget(button)
            self.buttons[severity] = button

    def count(self, problems: Sequence[Problem]) -> None:
        """Show how many these are."""
        for severity, button in self.buttons.items():
            number = sum(problem.severity is severity for problem in problems)
            said = counted(severity, number)
            button.setText(str(number))
            button.setAccessibleName(said)
            button.setToolTip(tr("{problems}: show the list").format(problems=said))
            button.setVisible(number > 0)
