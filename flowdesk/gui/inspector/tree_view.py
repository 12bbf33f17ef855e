"""A value with parts, as a tree that is read where it is opened, and a field that finds in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from flowdesk.gui.fonts import mono_font
from flowdesk.gui.inspector.json_model import JsonModel
from flowdesk.gui.inspector.json_search import Found, find
from flowdesk.gui.inspector.json_walk import TooFar
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.inspector.content import Tree
    from flowdesk.gui.inspector.errands import Errands
    from flowdesk.gui.inspector.json_text import Page, Part, Rest

KEY_WIDTH, TYPE_WIDTH = 160, 72


class TreeView(QWidget):
    """Shows a `Tree`. Ctrl+C copies a part, Ctrl+Shift+C the path to it, Ctrl+F finds."""

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._content: Tree | None = None
        self.model = JsonModel(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find in keys and values, with Enter"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.answer = QLabel(self)
        self.tree = QTreeView(self)
        self._set_up_tree()
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(self.field, 1)
        bar.addWidget(self.answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.tree)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.tree.customContextMenuRequested.connect(self._on_tree_menu_requested)

    def show_content(self, content: Tree) -> None:
        """Show another value, its first level opened."""
        self._content = content
        self.field.clear()
        self._show_all()

    def copy_value(self, index: QModelIndex) -> bool:
        """Copy a part, a text bare and all else as JSON; False where it is too long."""
        if self._content is None:
            return False
        try:
            text = self._content.json.text(self.model.part(index))
        except TooFar:
            return False
        QGuiApplication.clipboard().setText(str(decode(text)) if text.startswith('"') else text)
        return True

    def copy_path(self, index: QModelIndex) -> None:
        """Copy the path that leads to a part: `.best.scores[3]`."""
        QGuiApplication.clipboard().setText(self.model.part(index).path)

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a part; the menu deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        value = menu.addAction(tr("Copy &value"))
        value.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        value.triggered.connect(partial(self._on_copy_triggered, index))
        path = menu.addAction(tr("Copy &path"))
        path.setShortcut(QKeySequence("Ctrl+Shift+C"))
        path.triggered.connect(partial(self.copy_path, index))
        return menu

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setModel(self.model)
        tree.setFont(mono_font())
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setAccessibleName(tr("Parts of the value"))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = tree.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, KEY_WIDTH)
        header.resizeSection(1, TYPE_WIDTH)
        header.setStretchLastSection(True)

    def _show_all(self) -> None:
        self.answer.setText("")
        if self._content is not None:
            content, page = self._content, self._content.first
            rest = (content.whole, page.rest) if page.rest else None
            self.model.show_parts(content.json, page.parts, rest, self._read)

    def _read(self, part: Part, rest: Rest | None, take: Callable[[Page], None]) -> None:
        if self._content is None:
            return
        json = self._content.json
        if self._content.is_small:
            take(json.page(part, rest))
        else:
            self._errands.give(lambda _: json.page(part, rest), take)

    def _on_field_return_pressed(self) -> None:
        words = self.field.text()
        if self._content is not None and words:
            self.answer.setText(tr("Searching …"))
            json = self._content.json
            self._errands.give(lambda _: find(json, words), partial(self._take_found, words))

    def _take_found(self, words: str, found: Found) -> None:
        if self._content is None or words != self.field.text():
            return
        told = tr("{n:,} found") if found.is_all else tr("the first {n:,} found")
        self.answer.setText(told.format(n=len(found.parts)) if found.parts else tr("Not found"))
        self.model.show_parts(self._content.json, found.parts, None, self._read)

    def _on_field_text_changed(self, text: str) -> None:
        if not text:
            self._show_all()

    def _on_copy_triggered(self, index: QModelIndex) -> None:
        if not self.copy_value(index):
            self.answer.setText(tr("Too long to be copied; save the whole value instead"))

    def _on_tree_menu_requested(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            self.menu_of(index).popup(self.tree.viewport().mapToGlobal(at))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.tree.currentIndex()
        if event.matches(QKeySequence.StandardKey.Find):
            self.field.setFocus()
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            self._on_copy_triggered(index)
        elif event.keyCombination().toCombined() == _COPY_PATH and index.isValid():
            self.copy_path(index)
        else:
            super().keyPressEvent(event)


_COPY_PATH = int(
    (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier).value | Qt.Key.Key_C.value
)
