"""The window: menus, tool bar and the pipelines that are open. What things do is theirs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSettings
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QStatusTipEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow
from typing_extensions import override

from flowdesk.gui.about import AboutBox
from flowdesk.gui.deeds.of_graph import OF_GRAPH
from flowdesk.gui.deeds.of_run import OF_RUN
from flowdesk.gui.deeds.of_window import OPEN
from flowdesk.gui.garbage import GarbageTimer
from flowdesk.gui.language import tr
from flowdesk.gui.menus import MenuActions
from flowdesk.gui.page import PipelinePage, make_page
from flowdesk.gui.pages import Pages
from flowdesk.gui.recent import RecentMenu, remember
from flowdesk.gui.tool_bar import ToolBar

if TYPE_CHECKING:
    from flowdesk.gui.actions import Action
    from flowdesk.gui.session import Session

GEOMETRY, ARRANGEMENT = "window/geometry", "window/arrangement"


class MainWindow(QMainWindow):
    """Shows pipelines with the store under `store_home`; its own looks are kept in `settings`."""

    def __init__(self, store_home: Path, settings: QSettings) -> None:
        super().__init__()
        self._store_home = store_home
        self.settings: QSettings = settings
        self.garbage = GarbageTimer(self)
        self.recent_menu: RecentMenu = RecentMenu(settings, self)
        self.recent_menu.file_chosen.connect(self.open_file)
        self.pages = Pages(self)
        self.setCentralWidget(self.pages)
        self.setAcceptDrops(True)
        self.menu_actions = MenuActions(self)
        self._place_tool_bar()
        self.pages.front_changed.connect(self._on_pages_front_changed)
        self.resize(1280, 800)
        geometry = settings.value(GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self._on_pages_front_changed()

    @property
    def page(self) -> PipelinePage | None:
        """The pipeline in front; None where none is open."""
        return self.pages.front

    @property
    def shown(self) -> PipelinePage:
        """The pipeline in front. Raises LookupError where none is open."""
        if self.page is None:
            raise LookupError("no pipeline is open")
        return self.page

    @property
    def session(self) -> Session:
        """The session of the pipeline in front. Raises LookupError where none is open."""
        return self.shown.session

    @property
    def actions_of_run(self) -> list[Action[Any]]:
        """What can be done to the run of the pipeline in front, in the order of the menu."""
        return [self.menu_actions.of(deed) for deed in OF_RUN]

    def front(self) -> PipelinePage | None:
        """As `page`, for whoever asks again and again."""
        return self.pages.front

    def open_file(self, path: Path | str) -> None:
        """Show the pipeline in this file, on its tab or a new one, and remember that it was opened."""
        path = Path(path).absolute()
        if page := self.pages.page_of(path):
            self.pages.show_page(page)
        else:
            page = make_page(self._store_home, self.settings)
            page.possibilities_changed.connect(self._on_page_possibilities_changed)
            kept = self.page.docks.state() if self.page else self.settings.value(ARRANGEMENT)
            if isinstance(kept, QByteArray):
                page.docks.restore(kept)
            page.open(path)
            self.pages.add(page)
        remember(self.settings, path)

    def ask_for_file(self) -> None:
        """Open the file that the user chooses."""
        folder = str(self.page.path.parent if self.page and self.page.path else Path.cwd())
        kinds = tr("Pipelines (*.toml);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a pipeline"), folder, kinds)
        if path:
            self.open_file(path)

    def tell_about(self) -> None:
        """Show what this is."""
        AboutBox(self).open()

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def _place_tool_bar(self) -> None:
        of = self.menu_actions.of
        run, *others, _ = self.actions_of_run
        parts = [[of(OPEN)], [run, *others], [of(deed) for deed in OF_GRAPH]]
        self.addToolBar(ToolBar(parts, primary=run, parent=self))

    def _on_page_possibilities_changed(self) -> None:
        if self.sender() in (None, self.page):
            self.menu_actions.refresh()

    def _on_pages_front_changed(self) -> None:
        page = self.page
        parts = [page.name, page.path.name] if page and page.path else []
        self.setWindowTitle(" — ".join(part for part in parts if part) or "flowdesk")
        self.menu_actions.refresh()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent) and self.page:
            self.page.status.showMessage(event.tip())
            return True
        return super().event(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.setValue(GEOMETRY, self.saveGeometry())
        if self.page:
            self.settings.setValue(ARRANGEMENT, self.page.docks.state())
        self.pages.close_down()
        self.garbage.close()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(".toml") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.toLocalFile().endswith(".toml"):
                self.open_file(url.toLocalFile())
