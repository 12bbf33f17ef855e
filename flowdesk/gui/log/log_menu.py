"""The menu of a log's text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from flowdesk.gui.language import tr
from flowdesk.gui.log.selection import Copying

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.gui.panels.log import LogPanel


class LogMenu(QMenu):
    """Of one panel, at one time."""

    def __init__(self, panel: LogPanel) -> None:
        super().__init__(panel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        text, chosen = panel.text, bool(panel.text.selection)
        nothing = "" if chosen else tr("Nothing is selected")
        self._add(tr("&Copy"), text.copy, nothing).setShortcut(QKeySequence.StandardKey.Copy)
        self._add(tr("Copy with &times"), partial(text.copy, Copying(times=True)), nothing)
        self._add(tr("Copy with a terminal's &colours"), partial(text.copy, Copying(escapes=True)), nothing)
        every = self._add(tr("Select &all"), text.select_all, panel.why_no_text())
        every.setShortcut(QKeySequence.StandardKey.SelectAll)
        self.addSeparator()
        self._add(tr("&First error"), panel.go_to_first_error, panel.why_no_error())
        self._add(tr("&Next error"), panel.go_to_next_error, panel.why_no_error())
        self._add(tr("&Find…"), panel.find_bar.open).setShortcut(QKeySequence.StandardKey.Find)
        self.addSeparator()
        self._add(tr("&Save as…"), panel.save, panel.why_no_text())

    def _add(self, text: str, do: Callable[[], None], refused: str = "") -> QAction:
        action = self.addAction(text)
        action.triggered.connect(do)
        action.setEnabled(not refused)
        action.setToolTip(refused)
        return action
