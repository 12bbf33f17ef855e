"""The rows of the palette: the entries that fit what was typed, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from flowdesk.gui.override import override
from flowdesk.gui.palette.fuzzy import match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.palette.entries import Entry

MOST = 200
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Row(NamedTuple):
    """An entry, and the letters of its title that were typed."""

    entry: Entry
    places: tuple[int, ...] = ()


def fitting(typed: str, entries: Sequence[Entry]) -> list[Row]:
    """The rows for what was typed. A title counts more than a menu's name, what can be done more than not."""
    if not typed.strip():
        return [Row(entry) for entry in entries[:MOST]]
    found = []
    for number, entry in enumerate(entries):
        if made := match(typed, entry.title):
            rank = (-2 * made.score, bool(entry.reason), len(entry.title), number)
            found.append((rank, Row(entry, made.places)))
        elif made := match(typed, f"{entry.place} {entry.title}"):
            skipped = len(entry.place) + 1
            places = tuple(place - skipped for place in made.places if place >= skipped)
            found.append(((-made.score, bool(entry.reason), len(entry.title), number), Row(entry, places)))
    found.sort(key=lambda one: one[0])
    return [row for _, row in found[:MOST]]


class PaletteRows(QAbstractListModel):
    """A list for a view; `ROW` gives the row itself."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        entry = self.rows[index.row()].entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.title, entry.place, entry.keys, entry.reason)))
        return self.rows[index.row()] if role == ROW else None
