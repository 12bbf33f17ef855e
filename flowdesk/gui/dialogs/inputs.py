"""What a user types a value into, by its type: each gives its text as typed, and says when it changes."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from flowdesk.gui.icons import Icon, icon
from flowdesk.gui.language import tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

LINES, JSON_LINES = 4, 9
PLACES = {"datetime": "2026-01-31T09:30:00+09:00", "date": "2026-01-31", "timedelta": "1h30m"}
"""How values look that are written in a form of their own."""


class LineInput(QLineEdit):
    """One line. What is `hidden` is shown as dots, until the user wants to see it."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None, *, hidden: bool = False) -> None:
        super().__init__(text, parent)
        self.textEdited.connect(self.changed)
        if hidden:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.reveal = self.addAction(icon(Icon.LOCK), QLineEdit.ActionPosition.TrailingPosition)
            self.reveal.setToolTip(tr("Show what is typed"))
            self.reveal.setCheckable(True)
            self.reveal.toggled.connect(self._on_reveal_toggled)

    def typed(self) -> str:
        """What stands in it."""
        return self.text()

    def set_typed(self, text: str) -> None:
        """Let it hold a text."""
        self.setText(text)

    def _on_reveal_toggled(self, is_seen: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_seen else QLineEdit.EchoMode.Password)


class NumberInput(LineInput):
    """One line for a number: the keys up and down count, with Shift by tens."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        times = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.step(way * times)

    def step(self, count: int) -> None:
        """Count up or down: by ones, or in the last place that is written."""
        try:
            value = Decimal(self.text().strip() or "0")
        except InvalidOperation:
            return
        exponent = value.as_tuple().exponent
        unit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
        if value.is_finite():
            self.setText(f"{value + unit * count:f}")
            self.changed.emit()


class BoxInput(QCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("yes"), parent)
        self.setChecked(text == "true")
        self.toggled.connect(self._on_toggled)

    def typed(self) -> str:
        """What it says, as a file has it."""
        return "true" if self.isChecked() else "false"

    def set_typed(self, text: str) -> None:
        """Let it say a text."""
        self.setChecked(text == "true")

    def _on_toggled(self) -> None:
        self.changed.emit()


class ChoiceInput(QComboBox):
    """One of several; "" while none is chosen."""

    changed = Signal()

    def __init__(self, choices: Sequence[str], text: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(choices))
        self.setPlaceholderText(tr("Choose…"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(min(40, max(map(len, choices), default=8)))
        self.setCurrentIndex(-1 if text is None else self.findText(text))
        self.currentIndexChanged.connect(self._on_current_index_changed)

    def typed(self) -> str:
        """What is chosen."""
        return self.currentText() if self.currentIndex() >= 0 else ""

    def set_typed(self, text: str) -> None:
        """Choose a text, if it is one of those."""
        self.setCurrentIndex(self.findText(text))

    def _on_current_index_changed(self) -> None:
        self.changed.emit()


class TextInput(QPlainTextEdit):
    """Several lines; of what is JSON in a font in which brackets stand under each other."""

    changed = Signal()

    def __init__(
        self, text: str, parent: QWidget | None = None, *, is_json: bool = False, lines: int = LINES
    ) -> None:
        super().__init__(text, parent)
        if is_json:
            self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)
        self.textChanged.connect(self.changed)

    def typed(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def set_typed(self, text: str) -> None:
        """Let it hold a text."""
        self.setPlainText(text)


class FileInput(QWidget):
    """A path, typed or chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineInput("", self)
        self.line.setPlaceholderText(tr("Path of a file"))
        self.button = QPushButton(tr("Choose a &file…"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.changed)
        self.button.clicked.connect(self._on_button_clicked)

    def typed(self) -> str:
        """The path."""
        return self.line.text()

    def set_typed(self, text: str) -> None:
        """Let it hold a path."""
        self.line.setText(text)

    def _on_button_clicked(self) -> None:
        dialog = QFileDialog(self, tr("Choose a file"), str(Path.cwd()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    def _on_dialog_file_selected(self, path: str) -> None:
        self.line.setText(path)
        self.changed.emit()


Input = LineInput | BoxInput | ChoiceInput | TextInput | FileInput
