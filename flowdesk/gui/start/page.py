"""What a window without a pipeline shows: those opened lately, a folder's, and the examples to begin with."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flowdesk.gui.feed import Feed
from flowdesk.gui.icons import Icon, icon_pixmap, show_icon
from flowdesk.gui.language import plural, tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.override import override
from flowdesk.gui.recent import recent_files
from flowdesk.gui.start.row import RowWords
from flowdesk.gui.start.section import Section
from flowdesk.gui.state_look import look_of, shown_of_row
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.gui.times import ago
from flowdesk.gui.work import Work, Workshop
from flowdesk.model.head import Head, pipelines_in, read_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from flowdesk.gui.start.examples import Examples
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

FOLDER = "start/folder"
NARROW, WIDE, LOGO = 860, 1500, 44  # pixels
WIDEST = {False: 1080, True: 1600}  # pixels that are filled, by whether the page is wide


class StartPage(QScrollArea):
    """Reads files in a thread of its own, and the store only while it is seen."""

    file_chosen = Signal(object)  # Path
    run_asked = Signal(object)  # Path
    open_asked = Signal()
    folder_asked = Signal()
    refused = Signal(str)

    def __init__(self, home: Path, settings: QSettings, examples: Examples, parent: QWidget) -> None:
        super().__init__(parent)
        self._home, self._settings, self._examples = home, settings, examples
        self._workshop: Workshop | None = None
        self._feed: Feed | None = None
        self._heads: dict[Path, Head] = {}
        self._runs: dict[Path, RunRow] = {}
        self.setObjectName("Start")
        self.setAccessibleName(tr("Start page"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.content = QWidget(self)
        self.logo = QLabel(self.content)
        self.open = QPushButton(tr("Open a file…"), self.content)
        self.folder = QPushButton(tr("Open a folder…"), self.content)
        self.recent = Section(
            tr("Recent"), tr("Nothing yet: open a pipeline, or drop its file here."), self.content
        )
        self.found = Section(
            "", tr("No pipelines there: files in TOML with a [tasks] table."), self.content, cut=True
        )
        self.examples = Section(tr("Examples"), "", self.content, can_run=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def close_down(self) -> None:
        """End the threads."""
        if self._workshop:
            self._workshop.close()
        self._workshop = None
        self._leave_store()

    def refresh(self) -> None:
        """List all anew."""
        files = [file for file in recent_files(self._settings) if file.is_file()]
        folder = str(self._settings.value(FOLDER, ""))
        self._list_recent(files)
        self.found.setVisible(bool(folder))
        if self._workshop is None:
            self._workshop = Workshop(self)
        read = partial(_read, files, Path(folder) if folder else None, self._examples)
        self._workshop.give(Work(read, partial(self._take, files), _raise))
        if self._feed:
            self._feed.look_up(Lookup(partial(_last_runs, files), partial(self._take_runs, files)))

    def show_folder(self, folder: Path) -> None:
        """List the pipelines in a folder, now and at the next start."""
        self._settings.setValue(FOLDER, str(folder))
        self.refresh()

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_asked)
        self.folder.clicked.connect(self.folder_asked)
        for section in (self.recent, self.found):
            section.chosen.connect(self.file_chosen)
        self.examples.chosen.connect(self._on_example_chosen)
        self.examples.run_asked.connect(self._on_example_run_asked)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(24)
        for section in (self.found, self.recent):
            left.addWidget(section)
        left.addStretch(1)
        right.addWidget(self.examples)
        right.addStretch(1)
        self._columns.setSpacing(28)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        inner = QVBoxLayout()
        inner.setSpacing(28)
        inner.addLayout(self._head())
        inner.addLayout(self._columns)
        inner.addStretch(1)
        self._middle = QWidget(self.content)
        self._middle.setLayout(inner)
        outer = QHBoxLayout(self.content)
        outer.setContentsMargins(36, 40, 36, 36)
        outer.addStretch(1)
        outer.addWidget(self._middle, 100)
        outer.addStretch(1)
        self.setWidget(self.content)

    def _head(self) -> QHBoxLayout:
        name, said = QLabel("flowdesk", self.content), QLabel(tr("Pipelines with a contract"), self.content)
        name.setObjectName("Wordmark")
        said.setObjectName("Dim")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(said)
        self.open.setProperty("primary", True)  # noqa: FBT003 - Qt's own
        show_icon(self.open, Icon.OPEN, "on_accent")
        show_icon(self.folder, Icon.GROUP)
        for button in (self.open, self.folder):
            button.setIconSize(QSize(16, 16))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.logo)
        line.addSpacing(4)
        line.addLayout(words)
        line.addStretch(1)
        line.addWidget(self.folder)
        line.addWidget(self.open)
        return line

    def _list_recent(self, files: Sequence[Path]) -> None:
        self.recent.list_rows([self._words(file) for file in files])

    def _words(self, file: Path) -> RowWords:
        head, run = self._heads.get(file), self._runs.get(file)
        title, folder = head.name if head else file.stem, _short(file.parent)
        if run is None:
            return RowWords(file, title, folder)
        look = look_of(shown_of_row(run))
        when = ago(run.started_at, time())
        return RowWords(file, title, folder, when, look.icon, look.role, look.word)

    def _take(self, files: Sequence[Path], read: tuple[dict[Path, Head], list[Head], list[Head]]) -> None:
        self._heads, found, examples = read
        self._list_recent(files)
        folder = Path(str(self._settings.value(FOLDER, "")))
        count = plural("{n} pipeline", "{n} pipelines", len(found))
        self.found.title.setText(f"{_short(folder)} · {count}")
        self.found.list_rows([RowWords(one.path, one.name, _inside(one.path, folder)) for one in found])
        self.examples.list_rows(
            [
                RowWords(one.path, one.name, one.description, icon=Icon.GROUP, role="accent")
                for one in examples
            ]
        )
        self.examples.note_down(self._where())

    def _where(self) -> str:
        if self._examples.are_copied:
            return tr("Copied to {place} when you open one, so that you can change it.").format(
                place=_short(self._examples.place)
            )
        return tr("Opened where they lie, in {place}.").format(place=_short(self._examples.folder))

    def _take_runs(self, files: Sequence[Path], runs: dict[Path, RunRow]) -> None:
        self._runs = runs
        self._list_recent(files)

    def _taken_out(self, example: Path) -> Path | None:
        try:
            return self._examples.take_out(example)
        except OSError as error:
            self.refused.emit(tr("The example could not be copied: {error}").format(error=error))
            return None

    def _leave_store(self) -> None:
        if self._feed:
            self._feed.close()
            self._feed.deleteLater()
        self._feed = None

    def _on_example_chosen(self, example: Path) -> None:
        if file := self._taken_out(example):
            self.file_chosen.emit(file)

    def _on_example_run_asked(self, example: Path) -> None:
        if file := self._taken_out(example):
            self.run_asked.emit(file)

    def _on_theme_changed(self) -> None:
        colour = current_theme().colour("accent")
        self.logo.setPixmap(icon_pixmap(Icon.FLOWDESK, colour, LOGO, self.devicePixelRatioF()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._feed is None:
            self._feed = Feed(self._home, self)
            self._feed.start()
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._leave_store()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        is_wide = event.size().width() >= WIDE
        self._middle.setMaximumWidth(WIDEST[is_wide])
        self._columns.setStretch(1, 2 if is_wide else 1)
        self.examples.set_columns(2 if is_wide else 1)


def _read(
    files: Sequence[Path], folder: Path | None, examples: Examples
) -> tuple[dict[Path, Head], list[Head], list[Head]]:
    heads = {file: head for file in files if (head := read_head(file))}
    return heads, pipelines_in(folder) if folder else [], examples.heads()


def _last_runs(files: Sequence[Path], store: Store) -> dict[Path, RunRow]:
    found = {file: store.runs(path=str(file), limit=1) for file in files}
    return {file: runs[0] for file, runs in found.items() if runs}


def _raise(error: Exception) -> None:
    raise error  # ours: the window's border shows it


def _short(folder: Path) -> str:
    """A folder as people write it."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder != home and folder.is_relative_to(home) else str(folder)


def _inside(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
