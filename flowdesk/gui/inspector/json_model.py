"""The item model over a JSON text: parts are read when their parent is opened, more of them on scrolling."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from flowdesk.gui.language import mark, tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from flowdesk.gui.inspector.json_text import JsonText, Page, Part, Rest

Index = QModelIndex | QPersistentModelIndex
Reader = Callable[["Part", "Rest | None", Callable[["Page"], None]], None]

TITLES = (mark("Key"), mark("Type"), mark("Value"))
_NOWHERE = QModelIndex()


class _Item:
    """A part in the tree. `is_asked`: a page of its parts is on its way."""

    __slots__ = ("children", "id", "is_asked", "is_complete", "parent", "part", "rest", "row")

    def __init__(self, number: int, part: Part | None, parent: _Item | None, row: int) -> None:
        self.id = number
        self.part = part
        self.parent = parent
        self.row = row
        self.children: list[_Item] = []
        self.rest: Rest | None = None
        self.is_complete = part is None or part.inside is None
        self.is_asked = False


class JsonModel(QAbstractItemModel):
    """Parts of a text. `read` has a page of a part's own parts handed to a callable, now or later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = count(1)
        self._json: JsonText | None = None
        self._read: Reader | None = None
        self._top = _Item(0, None, None, 0)
        self._items: dict[int, _Item] = {}

    def show_parts(
        self, json: JsonText, parts: list[Part], rest: tuple[Part, Rest] | None, read: Reader
    ) -> None:
        """Show these at the top; `rest` tells of which part they are, and where it goes on."""
        self.beginResetModel()
        self._json, self._read = json, read
        self._top = _Item(0, rest[0] if rest else None, None, 0)
        self._top.rest = rest[1] if rest else None
        self._top.is_complete = rest is None
        self._items = {}
        self._top.children = self._made(self._top, parts)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing, and let go of the text."""
        self.beginResetModel()
        self._json, self._read, self._items = None, None, {}
        self._top = _Item(0, None, None, 0)
        self.endResetModel()

    def part(self, index: Index) -> Part:
        """The part that an index stands for."""
        part = self._item(index).part
        if part is None:
            raise ValueError("the whole has no part of its own")
        return part

    def _made(self, parent: _Item, parts: list[Part]) -> list[_Item]:
        first = len(parent.children)
        made = [_Item(next(self._ids), part, parent, first + row) for row, part in enumerate(parts)]
        self._items |= {item.id: item for item in made}
        return made

    def _item(self, index: Index) -> _Item:
        return self._items[index.internalId()] if index.isValid() else self._top

    def _take(self, item: _Item, page: Page) -> None:
        if item is not self._top and item.id not in self._items:
            return  # another value is shown by now
        # Whoever hears of the rows may ask for more at once: that must not be for the same ones.
        item.rest, item.is_complete = page.rest, page.rest is None
        if page.parts:
            at = QModelIndex() if item is self._top else self.createIndex(item.row, 0, item.id)
            first = len(item.children)
            self.beginInsertRows(at, first, first + len(page.parts) - 1)
            item.children += self._made(item, page.parts)
            self.endInsertRows()
        item.is_asked = False

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._item(parent).children[row].id)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the other `parent` is QObject's
        above = self._item(index).parent if index.isValid() else None
        if above is None or above is self._top:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.id)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._item(parent).children)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(TITLES)

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        if parent.column() > 0:
            return False
        item = self._item(parent)
        if item.children or item.is_complete or item.part is None or self._json is None:
            return bool(item.children)
        return not self._json.is_empty(item.part)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        item = self._item(parent)
        return parent.column() <= 0 and not item.is_complete and not item.is_asked

    @override
    def fetchMore(self, parent: Index) -> None:
        item = self._item(parent)
        if self._read is not None and item.part is not None and not item.is_asked and not item.is_complete:
            item.is_asked = True
            self._read(item.part, item.rest, partial(self._take, item))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        part = self.part(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return (part.label, part.type, part.shown)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return part.path
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(TITLES[section]) if is_title else None
