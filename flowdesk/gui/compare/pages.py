"""The parts of a comparison: tasks, values, facts and text, all of them or only what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QWidget

from flowdesk.gui.compare.bars import TimeBars
from flowdesk.gui.compare.models import BARS, FACTS, TASKS, VALUES
from flowdesk.gui.fonts import mono_font
from flowdesk.gui.language import tr
from flowdesk.gui.models.rows import RowsModel
from flowdesk.gui.panels.row_table import RowTable
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.compare.comparing import Compared, FactLine, TaskLine, ValueLine

Line = TypeVar("Line", "TaskLine", "ValueLine", "FactLine")
_ROLES = {"+": "success", "-": "failed", "@": "accent"}


class ComparePages(QTabWidget):
    """Shows a `Compared`. A tab tells how many of its lines differ."""

    task_chosen = Signal(str)
    """The name of a task that is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._compared: Compared | None = None
        self._only_different = True
        same = tr("There is no difference.")
        self.task_rows: RowsModel[TaskLine] = RowsModel(TASKS, _number, parent=self)
        self.value_rows: RowsModel[ValueLine] = RowsModel(VALUES, _number, parent=self)
        self.fact_rows: RowsModel[FactLine] = RowsModel(FACTS, _number, parent=self)
        self.tasks = RowTable(
            self.task_rows,
            hint=same,
            widths={0: 220, 1: 160, 2: 160, 3: 96, 4: 96, 6: 150},
            stretch=(5,),
            parent=self,
        )
        self.values = RowTable(
            self.value_rows,
            hint=same,
            widths={0: 170, 1: 130, 2: 36, 3: 110, 6: 170},
            stretch=(4, 5),
            parent=self,
        )
        self.facts = RowTable(self.fact_rows, hint=same, widths={0: 170, 1: 36}, stretch=(2, 3), parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.bars = TimeBars(self.tasks.sorted.row, self)
        self.tasks.setItemDelegateForColumn(BARS, self.bars)
        for table in (self.tasks, self.values):
            table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for view in (self.tasks, self.values, self.facts, self.text):
            self.addTab(view, "")
        self.tasks.row_chosen.connect(self._on_row_chosen)
        self.values.row_chosen.connect(self._on_row_chosen)
        theme_changes().theme_changed.connect(self._show_text)

    def show_all(self, compared: Compared, *, only_different: bool) -> None:
        """Show what was compared."""
        self._compared = compared
        self._only_different = only_different
        took = [one.took for line in compared.tasks or () for one in (line.before, line.after) if one]
        self.bars.most = max((seconds for seconds in took if seconds is not None), default=0.0) or 1.0
        self.task_rows.reset(self._kept(compared.tasks or []))
        self.value_rows.reset(self._kept(compared.values))
        self.fact_rows.reset(self._kept(compared.facts))
        self._show_text()
        self._show_titles(compared)

    def _kept(self, lines: Sequence[Line]) -> list[Line]:
        return [line for line in lines if line.differs or not self._only_different]

    def _show_titles(self, compared: Compared) -> None:
        tasks = compared.tasks
        self.setTabVisible(0, tasks is not None)
        counts = [
            sum(line.differs for line in lines) for lines in (tasks or (), compared.values, compared.facts)
        ]
        counts.append(sum(line[:1] in "+-" for line in compared.text[2:]))
        text = tr("Source") if tasks is not None else tr("Command")
        for place, title in enumerate((tr("Tasks"), tr("Values"), tr("Facts"), text)):
            self.setTabText(place, f"{title} ({counts[place]:,})" if counts[place] else title)

    def _show_text(self) -> None:
        if self._compared is None:
            return
        self.text.clear()
        is_of_runs = self._compared.tasks is not None
        same = tr("The pipeline's file is the same. Of Python modules no run keeps the code.")
        self.text.setPlaceholderText(same if is_of_runs else tr("There is no difference."))
        cursor = self.text.textCursor()
        for place, line in enumerate(self._compared.text):
            look = QTextCharFormat()
            role = _ROLES.get(line[:1], "text")
            colour = current_theme().colour(role)
            look.setForeground(colour)
            if role in {"success", "failed"}:
                soft = QColor(colour)
                soft.setAlphaF(0.12)
                look.setBackground(soft)
            cursor.insertText(("\n" if place else "") + line, look)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_row_chosen(self, line: TaskLine | ValueLine) -> None:
        self.task_chosen.emit(line.task)


def _number(line: TaskLine | ValueLine | FactLine) -> int:
    return line.number
