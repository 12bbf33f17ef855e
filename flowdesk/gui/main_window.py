"""The window: menus, tool bar and the pipelines that are open. What things do is theirs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QStatusTipEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow

from flowdesk.gui.afterwards import Afterwards
from flowdesk.gui.deeds.of_graph import OF_GRAPH
from flowdesk.gui.deeds.of_run import OF_RUN
from flowdesk.gui.deeds.of_window import OPEN
from flowdesk.gui.dropped import dropped
from flowdesk.gui.garbage import GarbageTimer
from flowdesk.gui.help.first_tour import TOURED
from flowdesk.gui.kept_window import give_back, keep, open_kept
from flowdesk.gui.language import tr
from flowdesk.gui.menu_actions import MenuActions
from flowdesk.gui.menu_entries import OfWindow
from flowdesk.gui.override import override
from flowdesk.gui.page import PipelinePage, make_page
from flowdesk.gui.pages import Pages
from flowdesk.gui.recent import RecentMenu, remember
from flowdesk.gui.run_when_ready import RunWhenReady
from flowdesk.gui.tool_bar import ToolBar
from flowdesk.gui.tray.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QSettings

    from flowdesk.gui.actions import Action
    from flowdesk.gui.palette.palette import Palette
    from flowdesk.gui.session import Session
    from flowdesk.gui.start.page import StartPage


class MainWindow(QMainWindow):
    """Shows pipelines with the store under `store_home`; its own looks are kept in `settings`."""

    def __init__(self, store_home: Path, settings: QSettings) -> None:
        super().__init__()
        self._store_home = store_home
        self.settings: QSettings = settings
        self.garbage = GarbageTimer(self)
        self.recent_menu: RecentMenu = RecentMenu(settings, self)
        self.afterwards: Afterwards = Afterwards(self)
        self.pages: Pages = Pages(self._make_page, self._make_start, self)
        self.setCentralWidget(self.pages)
        self.setAcceptDrops(True)
        self.palette_: Palette | None = None  # made when it is first asked for; QWidget has a `palette`
        self.tray: Tray = Tray(self, settings, self.show_task, self._run_action)
        self.menu_actions: MenuActions = MenuActions(self)
        self._place_tool_bar()
        self._connect()
        give_back(self, self.pages, settings)
        self.afterwards.begin_soon()
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
        return [self.menu_actions.make(deed) for deed in OF_RUN]

    @property
    def start(self) -> StartPage:
        """The start page."""
        return self.pages.start

    def front(self) -> PipelinePage | None:
        """As `page`, for whoever asks again and again."""
        return self.pages.front

    def open_file(self, path: Path | str) -> None:
        """Show the pipeline in this file, on its tab or a new one, and remember that it was opened."""
        # As the store knows it: absolute, without `..`, symlinks kept.
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow symlinks
        self.pages.open(path)
        remember(self.settings, path)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show these pipelines, the first one in front."""
        for path in [*paths[1:], *paths[:1]]:
            self.open_file(path)

    def open_again(self, paths: Sequence[Path] = ()) -> None:
        """Show these files, or else what was in front when the window was last closed."""
        open_kept(self, self.pages, paths)

    def open_and_run(self, path: Path) -> None:
        """Show the pipeline in this file, and run it if nothing is wrong with it."""
        self.open_file(path)
        RunWhenReady(self.shown)

    def open_folder(self, folder: Path) -> None:
        """List the pipelines in a folder on the start page."""
        self.start.show_folder(folder)
        self.pages.show_start()

    def ask_for_file(self) -> None:
        """Open the files that the user chooses."""
        kinds = tr("Pipelines (*.toml);;All files (*)")
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Open a pipeline"), self._folder(), kinds)
        self.open_files([Path(path) for path in paths])

    def ask_for_folder(self) -> None:
        """List the pipelines in the folder that the user chooses."""
        if folder := QFileDialog.getExistingDirectory(self, tr("Open a folder"), self._folder()):
            self.open_folder(Path(folder))

    def reopen(self) -> None:
        """Open again what was closed last."""
        self.open_file(self.pages.closed.pop())

    def show_task(self, path: Path | None, task: str) -> None:
        """Bring the window to the front, with the pipeline in this file and its task, if they are given."""
        if path:
            self.open_file(path)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if task:
            self.session.select_task(task)

    def let_in(self, files: list[Path]) -> None:
        """Show the files that somebody brought, and come to the front."""
        self.open_files(files)
        self.show_task(None, "")

    def open_palette(self) -> None:
        """Offer all that can be done."""
        from flowdesk.gui.palette.palette import Palette

        if self.palette_ is None:
            self.palette_ = Palette(self)
        self.palette_.open()

    def show_around(self) -> None:
        """Say what each part of the window is for."""
        from flowdesk.gui.help.tour import Tour

        self.settings.setValue(TOURED, True)  # noqa: FBT003 - Qt's own
        Tour(self)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from flowdesk.gui.help.shortcuts import ShortcutSheet

        ShortcutSheet(self).open()

    def tell_about(self) -> None:
        """Show what this is."""
        from flowdesk.gui.about import AboutBox

        AboutBox(self).open()

    def _make_page(self) -> PipelinePage:
        page = make_page(self._store_home, self.settings, self)
        self.tray.watch(page.session)
        page.afterwards.done.connect(self.afterwards.begin)
        return page

    def _make_start(self) -> StartPage:
        from flowdesk.gui.start.link import make_start

        return make_start(self, self._store_home)

    def _run_action(self) -> Action[Any]:
        return self.actions_of_run[0]

    def _folder(self) -> str:
        return str(self.page.path.parent if self.page and self.page.path else Path.cwd())

    def _place_tool_bar(self) -> None:
        make = self.menu_actions.make
        run, *others, _ = self.actions_of_run
        parts = [[make(OfWindow(OPEN))], [run, *others], [make(deed) for deed in OF_GRAPH]]
        self.bar: ToolBar = ToolBar(parts, primary=run, parent=self)
        self.addToolBar(self.bar)

    def _connect(self) -> None:
        self.recent_menu.file_chosen.connect(self.open_file)
        self.pages.front_changed.connect(self._on_pages_front_changed)
        self.pages.front_renamed.connect(self._on_pages_front_renamed)
        self.pages.front_possibilities_changed.connect(self.menu_actions.refresh)

    def _on_pages_front_changed(self) -> None:
        self._on_pages_front_renamed()
        self.menu_actions.refresh()

    def _on_pages_front_renamed(self) -> None:
        page = self.page
        parts = [page.name, page.path.name] if page and page.path else []
        self.setWindowTitle(" — ".join(part for part in parts if part) or "flowdesk")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent) and self.page:
            self.page.status.showMessage(event.tip())
            return True
        return super().event(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.tray.tell_what_goes_on()
        self.pages.close_down()
        self.afterwards.close()
        keep(self, self.pages, self.settings)
        self.garbage.close()
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(dropped(event.mimeData())):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files, folders = dropped(event.mimeData())
        self.open_files(files)
        for folder in folders[:1]:
            self.open_folder(folder)
