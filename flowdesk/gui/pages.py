"""The pipelines that are open, side by side as tabs, one of them in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.page import PipelinePage


class Pages(QWidget):
    """Owns its pages; the arrangement of the panels is the same on all of them."""

    front_changed = Signal()
    """Another page is in front, or the one that is has another name or state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[PipelinePage] = []
        self.tabs = QTabBar(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setTabsClosable(True)
        self.tabs.setExpanding(False)
        self.tabs.setAutoHide(True)
        self.stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.tabs.tabCloseRequested.connect(self._on_tabs_close_requested)

    @property
    def front(self) -> PipelinePage | None:
        """The page that is seen."""
        place = self.tabs.currentIndex()
        return self._pages[place] if 0 <= place < len(self._pages) else None

    def page_of(self, path: Path) -> PipelinePage | None:
        """The page on which this file is open."""
        return next((page for page in self._pages if page.path == path), None)

    def add(self, page: PipelinePage) -> None:
        """Put a page in front, on a tab of its own."""
        self._pages.append(page)
        self.stack.addWidget(page)
        page.label_changed.connect(self._on_page_label_changed)
        page.close_asked.connect(self._on_page_close_asked)
        self.tabs.setCurrentIndex(self.tabs.addTab(page.name))

    def show_page(self, page: PipelinePage) -> None:
        """Put a page in front that is there."""
        self.tabs.setCurrentIndex(self._pages.index(page))

    def close_page(self, page: PipelinePage) -> None:
        """Take a page away, and end what belongs to it."""
        place = self._pages.index(page)
        self._pages.pop(place)
        self.tabs.removeTab(place)
        self.stack.removeWidget(page)
        page.close_down()
        page.deleteLater()
        self._on_tabs_current_changed()

    def close_down(self) -> None:
        """End all that runs for the pages."""
        for page in self._pages:
            page.close_down()

    def _on_page_label_changed(self) -> None:
        for place, page in enumerate(self._pages):
            self.tabs.setTabText(place, page.name.replace("&", "&&"))
        self.front_changed.emit()

    def _on_page_close_asked(self) -> None:
        if self.front:
            self.close_page(self.front)

    def _on_tabs_current_changed(self) -> None:
        if self.front:
            self.stack.setCurrentWidget(self.front)
        self.front_changed.emit()

    def _on_tabs_close_requested(self, place: int) -> None:
        self.close_page(self._pages[place])
