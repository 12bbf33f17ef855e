"""What is done to runs of the store at a user's wish, off the window's thread: remove, export and import one.

To remove a run asks once, and says what will be lost. Each errand opens a store of its own: what the feed has
open is for reading only.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from flowdesk.errors import FlowdeskError
from flowdesk.gui.dialogs.sure import Sure
from flowdesk.gui.language import plural, tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.work import Work, Workshop
from flowdesk.plan.states import RunState
from flowdesk.store.address import url_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session
    from flowdesk.store.exchange.importing import Imported
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store
    from flowdesk.store.surveying import Belongings

FILES = "*.flowdesk"


class RunErrands(QObject):
    """Belongs to the runs' panel. `window` is what questions are asked over."""

    changed = Signal()
    """The store has other runs than before."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._workshop: Workshop | None = None

    def why_not_remove(self, run: RunRow | None) -> str:
        """Why a run cannot be removed, as a sentence; "" if it can."""
        if run is None:
            return tr("No run is selected")
        if run.state is RunState.RUNNING:
            return tr("Run #{number} is still running").format(number=run.number)
        if run.parent is not None:
            return tr("Run #{number} is a task of another run, and goes with that").format(number=run.number)
        return ""

    def remove(self, run: RunRow) -> None:
        """Remove a run, if the user says so once he has read what goes with it."""
        if reason := self.why_not_remove(run):
            self._session.told.emit(reason)
            return
        asked = Lookup(lambda store: store.belongings(run.id), partial(self._ask_to_remove, run))
        self._session.feed.look_up(asked)

    def export(self, run: RunRow) -> None:
        """Write a run to a file that the user names."""
        name = f"{run.pipeline}-{run.number}.flowdesk"
        folder = self._session.path.parent if self._session.path else Path.cwd()
        title = tr("Export run #{number}").format(number=run.number)
        dialog = QFileDialog(self._window, title, str(folder), tr("Runs ({files})").format(files=FILES))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("flowdesk")
        dialog.selectFile(name)
        self._open(dialog, partial(self.export_to, run))

    def export_to(self, run: RunRow, file: str) -> None:
        """Write a run to this file."""

        def do() -> str:
            from flowdesk.store.exchange.exporting import Exporter
            from flowdesk.store.whole_file import whole_file

            home = self._session.feed.home
            with Exporter.open(home, url=self._url(), read_only=True) as store, whole_file(Path(file)) as out:
                store.export_run(run, out)
            return tr("Run #{number} is in {file}").format(number=run.number, file=file)

        self._give(do, self._session.told.emit)

    def import_(self) -> None:
        """Bring a run in from a file that the user names."""
        folder = self._session.path.parent if self._session.path else Path.cwd()
        files = tr("Runs ({files})").format(files=FILES)
        dialog = QFileDialog(self._window, tr("Import a run"), str(folder), f"{files};;{tr('All files')} (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self.import_from)

    def import_from(self, file: str) -> None:
        """Bring a run in from this file."""

        def do() -> Imported:
            from flowdesk.store.exchange.importing import Importer

            with Importer.open(self._session.feed.home, url=self._url()) as store:
                return store.import_run(Path(file))

        self._give(do, self._take_import)

    def close_down(self) -> None:
        """End the thread, after what is under way."""
        if self._workshop is not None:
            self._workshop.close()
            self._workshop = None

    def _ask_to_remove(self, run: RunRow, lost: Belongings) -> None:
        parts = [
            plural("{n} try with its log", "{n} tries with their logs", lost.tries),
            plural("{n} value", "{n} values", lost.values),
        ]
        if len(lost.runs) > 1:
            parts.append(plural("{n} run of its tasks", "{n} runs of its tasks", len(lost.runs) - 1))
        question = tr("Delete run #{number}?").format(number=run.number)
        more = tr("Lost for good: {parts}. The pipeline's file stays.").format(parts=", ".join(parts))
        Sure(question, more, tr("Delete"), self._window).ask(partial(self._remove, run))

    def _remove(self, run: RunRow) -> None:
        def do() -> bool:
            with self._store() as store:
                return bool(store.remove_run(run.id))

        self._give(do, partial(self._take_removal, run))

    def _take_removal(self, run: RunRow, done: bool) -> None:  # noqa: FBT001 - as a work's result comes
        if done and self._session.run is not None and self._session.run.id == run.id:
            self._session.show_file()
        sentence = tr("Run #{number} is deleted") if done else tr("Run #{number} is at work, and stays")
        self._session.told.emit(sentence.format(number=run.number))
        self.changed.emit()

    def _take_import(self, imported: Imported) -> None:
        run, is_new = imported
        sentence = tr("Imported as run #{number}") if is_new else tr("It is here already, as run #{number}")
        told = sentence.format(number=run.number)
        if run.path != str(self._session.path):
            told += ", " + tr("of {path}").format(path=run.path)
        else:
            self._session.show_run(run.id)
        self._session.told.emit(told)
        self.changed.emit()

    def _open(self, dialog: QFileDialog, then: Callable[[str], None]) -> None:
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _give(self, do: Callable[[], object], done: Callable[..., None]) -> None:
        if self._workshop is None:
            self._workshop = Workshop(self)
        self._workshop.give(Work(do, done, self._on_failed))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, (FlowdeskError, OSError)):
            raise error  # ours: the window's border shows it
        self._session.told.emit(str(error))

    def _url(self) -> str | None:
        return url_for(self._session.path)

    @contextmanager
    def _store(self) -> Iterator[Store]:
        from flowdesk.store.store import Store

        with Store.open(self._session.feed.home, url=self._url()) as store:
            yield store
