"""Finds in a log: Enter goes on, Shift+Enter back, Escape closes; all finds stay marked while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import tr
from flowdesk.gui.log.matcher import Wanted
from flowdesk.gui.log.search import MOST
from flowdesk.gui.override import override
from flowdesk.gui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from flowdesk.gui.log.log_area import LogArea


class LogFindBar(QWidget):
    """Finds in `view`, round its end; hidden until it is opened."""

    def __init__(self, view: LogArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._begun_at = 0
        self._has_gone = False  # to the first find since the field was changed
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Find in the log"))
        self.field.setAccessibleName(tr("Find in the log"))
        self.field.setClearButtonEnabled(True)
        self.case = tool_button(tr("Capital and small letters are told apart"), self, text="Aa")
        self.regex = tool_button(tr("Regular expression"), self, text=".*")
        for switch in (self.case, self.regex):
            switch.setCheckable(True)
            switch.toggled.connect(self._on_field_text_changed)
        self.back = tool_button(tr("Go to the one before (Shift+Enter)"), self, icon=Icon.UP)
        self.on = tool_button(tr("Go to the next one (Enter)"), self, icon=Icon.DOWN)
        self.answer = QLabel(self)
        self.shut = tool_button(tr("Close (Escape)"), self, icon=Icon.CLOSE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.field, stretch=1)
        for widget in (self.case, self.regex, self.back, self.on, self.answer, self.shut):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.back.clicked.connect(self._on_back_clicked)
        self.on.clicked.connect(self._on_on_clicked)
        self.shut.clicked.connect(self.shut_down)
        view.search.changed.connect(self._on_search_changed)
        self.hide()

    def open(self) -> None:
        """Show the field and type into it; what is selected in one line is looked for at once."""
        self.show()
        selection = self._view.selection
        self._begun_at = selection.ends[0][0]
        (first, start), (last, end) = selection.ends
        if selection and first == last:
            with QSignalBlocker(self.field):
                self.field.setText(self._view.lines.line(first).text[start:end])
        self._on_field_text_changed()
        self.field.setFocus()
        self.field.selectAll()

    def shut_down(self) -> None:
        """Hide it, and mark no finds any more."""
        self.hide()
        self._view.painter.hit = None
        self._view.search.look_for(Wanted(""))
        self._view.setFocus()

    def go(self, *, backward: bool = False) -> bool:
        """Go to the next find, or the one before; whether there is one."""
        search, hit = self._view.search, self._view.painter.hit
        if not search.lines:
            return False
        if hit is None:
            place = search.near(self._begun_at, backward=backward)
        else:
            first = search.near(hit[0])
            place = (first + hit[1] + (-1 if backward else 1)) % len(search.lines)
        self._show_find(place)
        return True

    def _show_find(self, place: int) -> None:
        view, search = self._view, self._view.search
        number = search.lines[place]
        within = place - search.near(number)
        finds = search.matcher.find(view.lines.line(number).text)
        view.painter.hit = (number, within)
        if within < len(finds):
            view.go_to_row(view.lines.row_of(number), finds[within][1])
            view.go_to_row(view.lines.row_of(number), finds[within][0])
        self._has_gone = True
        self._tell()

    def _tell(self) -> None:
        search, hit = self._view.search, self._view.painter.hit
        found = f"{len(search.lines):,}" + "+" * (search.is_busy or len(search.lines) >= MOST)
        if search.matcher.error:
            text = tr("Not an expression: {error}").format(error=search.matcher.error)
        elif not search.is_on:
            text = ""
        elif not search.lines:
            text = tr("Looking…") if search.is_busy else tr("Not found")
        elif hit is None:
            text = tr("{count} found").format(count=found)
        else:
            place = search.near(hit[0]) + hit[1] + 1
            text = tr("{place} of {count}").format(place=f"{place:,}", count=found)
        self.answer.setText(text)
        for button in (self.back, self.on):
            button.setEnabled(bool(search.lines))

    def _on_field_text_changed(self) -> None:
        self._has_gone, self._view.painter.hit = False, None
        self._view.search.look_for(Wanted(self.field.text(), self.regex.isChecked(), self.case.isChecked()))

    def _on_search_changed(self) -> None:
        if self.isHidden():
            return
        if not self._has_gone and self._view.search.lines:
            search = self._view.search
            is_past = search.lines[-1] >= self._begun_at
            if is_past or not search.is_busy:
                self._show_find(search.near(self._begun_at))
        self._tell()

    def _on_back_clicked(self) -> None:
        self.go(backward=True)

    def _on_on_clicked(self) -> None:
        self.go()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.shut_down()
        else:
            super().keyPressEvent(event)
