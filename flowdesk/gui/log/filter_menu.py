"""The menu that chooses which lines of a log are seen: how grave they are at least, and of which stream."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from flowdesk.gui.language import mark, tr
from flowdesk.gui.log.growth import STREAMS
from flowdesk.gui.log.levels import Level
from flowdesk.gui.log.log_lines import Sieve
from flowdesk.store.log_line import ERR, NOTE, OUT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEVELS = {
    Level.DEBUG: mark("All levels"),
    Level.INFO: mark("Info and above"),
    Level.WARNING: mark("Warnings and errors"),
    Level.ERROR: mark("Errors only"),
}
SOURCES = {
    frozenset(STREAMS): mark("Output and error output"),
    frozenset({OUT, NOTE}): mark("Output only"),
    frozenset({ERR, NOTE}): mark("Error output only"),
}


class FilterMenu(QMenu):
    """Keeps `sieve`."""

    sieve_chosen = Signal(object)
    """The Sieve that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Filter"), parent)
        self.sieve = Sieve()
        self.levels: dict[Level, QAction] = {}
        self.sources: dict[frozenset[str], QAction] = {}
        levels, sources = QActionGroup(self), QActionGroup(self)
        for level, text in LEVELS.items():
            self.levels[level] = self._add(tr(text), levels)
        self.addSeparator()
        for streams, text in SOURCES.items():
            self.sources[streams] = self._add(tr(text), sources)
        self.levels[Level.DEBUG].setChecked(True)
        self.sources[frozenset(STREAMS)].setChecked(True)
        levels.triggered.connect(self._on_triggered)
        sources.triggered.connect(self._on_triggered)

    def show_all(self) -> None:
        """Let everything through again."""
        self.levels[Level.DEBUG].setChecked(True)
        self.sources[frozenset(STREAMS)].setChecked(True)
        self._on_triggered()

    @property
    def told(self) -> str:
        """What is chosen, in words; "" for all."""
        chosen = []
        if self.sieve.least is not Level.DEBUG:
            chosen.append(tr(LEVELS[self.sieve.least]))
        if len(self.sieve.streams) < len(STREAMS):
            chosen.append(tr(SOURCES[self.sieve.streams]))
        return ", ".join(chosen)

    def _add(self, text: str, group: QActionGroup) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        group.addAction(action)
        return action

    def _on_triggered(self) -> None:
        least = next(level for level, action in self.levels.items() if action.isChecked())
        streams = next(streams for streams, action in self.sources.items() if action.isChecked())
        self.sieve = replace(self.sieve, least=least, streams=streams)
        self.sieve_chosen.emit(self.sieve)
