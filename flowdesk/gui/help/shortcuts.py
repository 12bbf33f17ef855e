"""All keys on one sheet, made from the actions of the menus, and those of the graph and the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flowdesk.gui.help.key_cap import KeyCap
from flowdesk.gui.language import mark, tr
from flowdesk.gui.palette.entries import menu_actions, plain

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow

COLUMNS = 3
IN_THE_GRAPH = (
    (mark("Walk from task to task"), "← ↑ ↓ →"),
    (mark("Open the log of the task"), "Enter"),
    (mark("What can be done to it"), "Menu"),
    (mark("Let go of it"), "Esc"),
    (mark("Move the graph"), mark("Space + drag")),
    (mark("Zoom"), mark("Ctrl + wheel")),
)


def groups_of(window: MainWindow) -> dict[str, list[tuple[str, str]]]:
    """Titles of menus, each with its actions that have keys, and those keys."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for action, place in menu_actions(window):
        shown = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        if shown:
            groups.setdefault(place, []).append((plain(action.text()).rstrip("…"), "  ".join(shown)))
    groups[tr("In the graph")] = [(tr(text), tr(keys)) for text, keys in IN_THE_GRAPH]
    return groups


class ShortcutSheet(QDialog):
    """Is gone once it is closed; what is typed leaves only what holds it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._rows: list[tuple[QWidget, QWidget, str]] = []
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Find an action or a key"))
        self.line.setAccessibleName(tr("Find an action or a key"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_line_text_changed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 14)
        layout.setSpacing(14)
        layout.addWidget(self.line)
        layout.addWidget(self._sheet(groups_of(window)), 1)
        layout.addWidget(buttons)
        self.resize(min(1080, window.width() - 40), min(720, window.height() - 40))

    @property
    def shown(self) -> list[str]:
        """What is listed now, each with its keys."""
        return [text for one, _, text in self._rows if not one.isHidden()]

    def _sheet(self, groups: dict[str, list[tuple[str, str]]]) -> QScrollArea:
        content = QWidget(self)
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        heights = [0] * COLUMNS
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(20)
        for title, rows in groups.items():
            lowest = heights.index(min(heights))
            columns[lowest].addWidget(self._group(title, rows, content))
            heights[lowest] += len(rows) + 3
        for column in columns:
            column.setSpacing(14)
            column.addStretch(1)
            line.addLayout(column, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        return area

    def _group(self, title: str, rows: list[tuple[str, str]], parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setObjectName("Card")
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setColumnStretch(0, 1)
        head = QLabel(title, card)
        head.setObjectName("SectionTitle")
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (text, keys) in enumerate(rows, start=1):
            said, cap = QLabel(text, card), KeyCap(keys, card)
            said.setWordWrap(True)
            grid.addWidget(said, number, 0)
            grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((said, cap, f"{text} {keys}"))
        return card

    def _on_line_text_changed(self, typed: str) -> None:
        wanted = typed.casefold().strip()
        for said, cap, text in self._rows:
            fits = wanted in text.casefold()
            said.setVisible(fits)
            cap.setVisible(fits)
