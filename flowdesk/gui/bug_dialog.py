"""The window's border: an exception that nobody expected is shown with its traceback, to be copied."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from flowdesk import __version__
from flowdesk.gui.fonts import mono_font

if TYPE_CHECKING:
    from types import TracebackType


class BugDialog(QDialog):
    """Shows the report of a bug of ours; is gone once it is closed."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("A bug in flowdesk")
        self.resize(760, 480)
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        head = QLabel("This should not have happened. Runs go on. Please report it with this text:", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self._on_copy_clicked)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class BugBorder(QObject):
    """Shows unexpected exceptions, of any thread, one dialog at a time."""

    _bug_met = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: BugDialog | None = None
        self._bug_met.connect(self._on_bug_met)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception over from `sys.excepthook`. Ctrl-C is none of ours."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        self._bug_met.emit(f"{_versions()}\n\n{text}")

    def _on_bug_met(self, report: str) -> None:
        if self.dialog is None:
            self.dialog = BugDialog(report)
            self.dialog.destroyed.connect(self._on_dialog_destroyed)
            self.dialog.open()

    def _on_dialog_destroyed(self) -> None:
        self.dialog = None


def _versions() -> str:
    return (
        f"flowdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
