"""The palette itself: a line to type in, and what fits below it, over the upper part of the window.

It lies inside the window and is no popup, since input methods (Korean, Japanese) do not reach all popups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.palette.entries import Entry, entries_of
from flowdesk.gui.palette.painter import HEIGHT, RowPainter
from flowdesk.gui.palette.rows import PaletteRows, fitting

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from flowdesk.gui.main_window import MainWindow

WIDTH, MOST_SEEN, TOP = 640, 12, 64
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class Palette(QFrame):
    """Belongs to `window`; holds nothing of it while it is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._entries: list[Entry] = []
        self._before: QWidget | None = None
        self.setObjectName("Palette")
        self.setAccessibleName(tr("Command palette"))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Find an action, a task, a run or a file"))
        self.line.setAccessibleName(tr("What to find"))
        self.line.setClearButtonEnabled(True)
        self.rows = PaletteRows()
        self.list = QListView(self)
        self.list.setAccessibleName(tr("What fits"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.none = QLabel(tr("Nothing fits"), self)
        self.none.setObjectName("Dim")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        for widget in (self.line, self.list, self.none):
            layout.addWidget(widget)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._on_line_text_changed)
        self.list.clicked.connect(self._on_list_clicked)
        self.hide()

    def open(self) -> None:
        """Show all that can be done now, with nothing typed yet."""
        self._before = QApplication.focusWidget()
        self._window.menu_actions.fill()
        self._window.menu_actions.refresh()
        self._entries = entries_of(self._window)
        self.line.clear()
        self._on_line_text_changed("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_down(self) -> None:
        """Hide, and give the keys back to whoever had them."""
        self.hide()
        self._entries = []
        self.rows.show_rows([])
        before, self._before = self._before, None
        if before and before.isVisible():
            before.setFocus()

    def choose(self, index: QModelIndex) -> None:
        """Do what a row says, if it can be done."""
        if not index.isValid():
            return
        entry = self.rows.rows[index.row()].entry
        if not entry.reason:
            self.close_down()
            entry.do()

    def _on_line_text_changed(self, typed: str) -> None:
        self.rows.show_rows(fitting(typed, self._entries))
        self.list.setCurrentIndex(self.rows.index(0, 0))
        self.list.scrollToTop()
        count = len(self.rows.rows)
        self.list.setVisible(bool(count))
        self.none.setVisible(not count)
        self.list.setFixedHeight(min(count, MOST_SEEN) * HEIGHT + 4)
        self._place()

    def _place(self) -> None:
        wide = min(WIDTH, self._window.width() - 24)
        self.setFixedWidth(wide)
        self.adjustSize()
        self.move((self._window.width() - wide) // 2, TOP)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self.choose(index)

    def _move(self, by: int) -> None:
        count = len(self.rows.rows)
        if not count:
            return
        place = self.list.currentIndex().row() + by
        place = place % count if abs(by) == 1 else max(0, min(count - 1, place))
        self.list.setCurrentIndex(self.rows.index(place, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
                self._before = None  # the keys are where they were wanted
                self.close_down()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(Qt.Key(event.key()))
        return False

    def _press(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.list.currentIndex())
        elif key is Qt.Key.Key_Escape:
            self.close_down()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True
