"""The pipelines that are open, side by side as tabs, one of them in front; without any, the start page.

A tab that was open when the window was last closed gets its page only once it is looked at. What the
user does to the arrangement of the panels on one page holds for the others: it goes along with him.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.tabs.strip import TabStrip
from flowdesk.gui.tabs.tab import Tab, label_of, name_of
from flowdesk.gui.theme import theme_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from flowdesk.gui.page import PipelinePage
    from flowdesk.gui.start.page import StartPage


class Pages(QWidget):
    """Owns its pages, made by `make`, and shows what `make_start` makes where none is in front."""

    front_changed = Signal()
    """Another page is in front, or the start page."""
    front_renamed = Signal()
    """The pipeline in front may have another name."""
    front_possibilities_changed = Signal()
    """What can be done to the one in front may be new."""

    def __init__(
        self, make: Callable[[], PipelinePage], make_start: Callable[[], StartPage], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._make_start = make_start
        self._start: StartPage | None = None
        self._tabs: list[Tab] = []
        self._shown: Tab | None = None
        self._beside: Tab | None = None  # where the next one goes while none is shown
        self._closed: list[Path] = []
        self.arrangement = QByteArray()  # of the panels, as it was when a page was last left
        self.strip = TabStrip(self)
        self.plus = QToolButton(self)
        self.plus.setText("+")
        self.plus.setToolTip(tr("Start page (Ctrl+T)"))
        self.plus.setAccessibleName(tr("Start page"))
        self.stack = QStackedWidget(self)
        self.row = QWidget(self)
        self._lay_out()
        strip = self.strip
        strip.currentChanged.connect(self._on_strip_current_changed)
        strip.tabMoved.connect(self._on_strip_tab_moved)
        strip.tabCloseRequested.connect(self._on_strip_close_requested)
        strip.others_close_asked.connect(self._on_strip_others_close_asked)
        strip.path_copy_asked.connect(self._on_strip_path_copy_asked)
        self.plus.clicked.connect(self.show_start)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._show_labels()

    @property
    def front(self) -> PipelinePage | None:
        """The page that is seen; None while it is the start page."""
        return self._shown.page if self._shown else None

    @property
    def start(self) -> StartPage:
        """The start page, made now if it was not yet."""
        if self._start is None:
            self._start = self._make_start()
            self.stack.addWidget(self._start)
        return self._start

    @property
    def paths(self) -> list[Path]:
        """The files that are open, in the order of their tabs."""
        return [tab.path for tab in self._tabs if tab.path]

    @property
    def has_tabs(self) -> bool:
        """Whether there is a tab that could be closed."""
        return bool(self._tabs)

    @property
    def closed(self) -> list[Path]:
        """The files whose tabs were closed, the latest last."""
        return self._closed

    def open(self, path: Path) -> PipelinePage:
        """Put the page of a file in front: on the tab that it has, or a new one beside the front one."""
        tab = next((tab for tab in self._tabs if tab.path == path), None)
        before = self._shown
        if tab is None:
            tab, beside = Tab(path), before or self._beside
            self._add(tab, self._tabs.index(beside) + 1 if beside in self._tabs else len(self._tabs))
        self._bring(tab)
        if before and before.path is None:
            self._close(before)
        assert tab.page is not None  # noqa: S101 - brought to the front, it has one
        return tab.page

    def promise(self, paths: Iterable[Path], front: Path | None = None) -> None:
        """Make tabs for files, to be opened when they are looked at; the first one opened lies by `front`."""
        for path in paths:
            if path not in self.paths:
                self._add(Tab(path), len(self._tabs))
        self._beside = next((tab for tab in self._tabs if tab.path == front), None)

    def show_start(self) -> None:
        """Put the start page in front, on a tab of its own if pipelines are open."""
        tab = next((tab for tab in self._tabs if tab.path is None), None)
        if tab is None and self._tabs:
            tab = Tab(None)
            self._add(tab, len(self._tabs))
        if tab:
            self._bring(tab)
        else:
            self.stack.setCurrentWidget(self.start)

    def step(self, by: int) -> None:
        """Bring the tab to the front that is so many places further on, round and round."""
        if self._tabs:
            self.strip.setCurrentIndex((self.strip.currentIndex() + by) % len(self._tabs))

    def close_front(self) -> None:
        """Close the tab in front."""
        if self._shown:
            self._close(self._shown)

    def close_down(self) -> None:
        """End all that runs for the pages, and note how they are arranged."""
        if page := self.front:
            self.arrangement = page.docks.state()
        for tab in self._tabs:
            if tab.page:
                tab.page.close_down()
        if self._start:
            self._start.close_down()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self.row)
        line.setContentsMargins(0, 0, 6, 0)
        line.setSpacing(4)
        line.addWidget(self.strip)
        line.addWidget(self.plus)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(self.stack, stretch=1)

    def _add(self, tab: Tab, place: int) -> None:
        self._tabs.insert(place, tab)
        before = self.strip.blockSignals(True)  # noqa: FBT003 - Qt's; the first tab would be brought at once
        self.strip.insertTab(place, name_of(tab))
        self.strip.blockSignals(before)
        self._show_labels()

    def _bring(self, tab: Tab) -> None:
        if tab is self._shown:
            return
        left, self._shown = self.front, tab
        if left:
            self.arrangement = left.docks.state()
            left.docks.put_away()
        if tab.path and tab.page is None:
            tab.page = self._made(tab.path)
        self.strip.setCurrentIndex(self._tabs.index(tab))
        page = tab.page
        if page and not self.arrangement.isEmpty() and page.docks.state() != self.arrangement:
            page.docks.restore(self.arrangement)
        self.stack.setCurrentWidget(page or self.start)
        self._show_labels()
        self.front_changed.emit()

    def _made(self, path: Path) -> PipelinePage:
        page = self._make()
        self.stack.addWidget(page)
        page.label_changed.connect(self._on_page_label_changed)
        page.possibilities_changed.connect(self._on_page_possibilities_changed)
        page.open(path)
        return page

    def _close(self, tab: Tab) -> None:
        place = self._tabs.index(tab)
        if tab is self._shown and len(self._tabs) > 1:
            self._bring(self._tabs[place + 1 if place + 1 < len(self._tabs) else place - 1])
        self._tabs.pop(place)
        before = self.strip.blockSignals(True)  # noqa: FBT003 - Qt's; which one comes is settled above
        self.strip.removeTab(place)
        self.strip.blockSignals(before)
        if tab.path:
            self._closed = [*(path for path in self._closed if path != tab.path), tab.path]
        if tab is self._shown:
            self._leave_last(tab)
        self._end(tab)
        self._show_labels()
        self.front_changed.emit()

    def _leave_last(self, tab: Tab) -> None:
        if tab.page:
            self.arrangement = tab.page.docks.state()
        self._shown = None
        self.stack.setCurrentWidget(self.start)

    def _end(self, tab: Tab) -> None:
        page, tab.page = tab.page, None
        if page:
            self.stack.removeWidget(page)
            page.close_down()
            page.deleteLater()

    def _show_labels(self) -> None:
        names = [name_of(tab) for tab in self._tabs]
        for place, tab in enumerate(self._tabs):
            self.strip.show_label(place, label_of(tab, names))
        self.row.setVisible(bool(self._tabs))

    def _on_page_label_changed(self) -> None:
        self._show_labels()
        if self.sender() is self.front:
            self.front_renamed.emit()

    def _on_page_possibilities_changed(self) -> None:
        if self.sender() is self.front:
            self.front_possibilities_changed.emit()

    def _on_theme_changed(self) -> None:
        self.strip.forget_icons()
        self._show_labels()

    def _on_strip_current_changed(self, place: int) -> None:
        if 0 <= place < len(self._tabs):
            self._bring(self._tabs[place])

    def _on_strip_tab_moved(self, old: int, new: int) -> None:
        self._tabs.insert(new, self._tabs.pop(old))

    def _on_strip_close_requested(self, place: int) -> None:
        self._close(self._tabs[place])

    def _on_strip_others_close_asked(self, place: int) -> None:
        kept = self._tabs[place]
        self._bring(kept)
        for tab in [tab for tab in self._tabs if tab is not kept]:
            self._close(tab)

    def _on_strip_path_copy_asked(self, place: int) -> None:
        QGuiApplication.clipboard().setText(str(self._tabs[place].path or ""))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is None:
            self.show_start()
