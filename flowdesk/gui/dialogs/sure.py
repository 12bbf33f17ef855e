"""Asks once whether something is to be done by which something is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget


class Sure(QMessageBox):
    """The question, what will happen, and a button with the verb; is gone once it is closed.

    `accepted` is emitted for the verb alone.
    """

    def __init__(self, question: str, more: str, verb: str, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.NoIcon, "flowdesk", question, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText(more)
        self.verb: QPushButton = self.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self.verb)
        self.setEscapeButton(QMessageBox.StandardButton.Cancel)
        self._do: Callable[[], None] | None = None
        self.buttonClicked.connect(self._on_button_clicked)

    def ask(self, do: Callable[[], None]) -> None:
        """Show the question; `do` it if the user says so."""
        self._do = do
        self.open()

    def _on_button_clicked(self, button: object) -> None:
        if button is self.verb and self._do is not None:
            self._do()
