"""The row of tabs: they can be moved, closed by a button or a middle click, and have a menu each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from flowdesk.gui.icons import icon
from flowdesk.gui.language import tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from flowdesk.gui.tabs.tab import Label

MOST = 240  # pixels; longer names end in "…"


class TabStrip(QTabBar):
    """Shows labels; which tab is which is for its owner to know."""

    others_close_asked = Signal(int)
    path_copy_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Pipelines")
        self.setAccessibleName(tr("Open pipelines"))
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(16, 16))
        self._shown: dict[int, Label] = {}
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    def show_label(self, place: int, label: Label) -> None:
        """Show a tab's label; what is as it was is not painted again."""
        if self.tabText(place) != (text := label.text.replace("&", "&&")):
            self.setTabText(place, text)
        kept = (label.icon, label.role)
        if self.tabData(place) != kept:
            self.setTabIcon(place, icon(*kept))
            self.setTabData(place, kept)
        self.setTabToolTip(place, label.tip)
        self.setAccessibleTabName(place, f"{label.text}, {label.tip}".replace("\n", ", "))

    def forget_icons(self) -> None:
        """Have all icons drawn anew: the theme has changed."""
        for place in range(self.count()):
            self.setTabData(place, None)

    def menu_of(self, place: int) -> QMenu:
        """The menu of a tab, which deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, signal in (
            (tr("&Close"), self.tabCloseRequested),
            (tr("Close &others"), self.others_close_asked),
            (tr("Copy the file's &path"), self.path_copy_asked),
        ):
            menu.addAction(text).setData((signal, place))
        menu.triggered.connect(_do)
        return menu

    def _on_menu_requested(self, at: QPoint) -> None:
        place = self.tabAt(at)
        if place >= 0:
            self.menu_of(place).popup(self.mapToGlobal(at))

    @override
    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).boundedTo(QSize(MOST, 1 << 20))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and place >= 0:
            self.tabCloseRequested.emit(place)
        else:
            super().mouseReleaseEvent(event)


def _do(action: object) -> None:
    signal, place = action.data()  # type: ignore[attr-defined]  # a QAction of the menu above
    signal.emit(place)
