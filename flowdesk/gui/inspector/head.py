"""The line above a value: whose it is, what it is, and what can be done with the whole of it."""

from __future__ import annotations

import html
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from flowdesk.gui.inspector.reading import as_sentence
from flowdesk.gui.inspector.saving import save
from flowdesk.gui.language import tr
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.times import clock, moment_text
from flowdesk.xcom.files import FileLost, Unkept
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import readable, reference, size_of
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from flowdesk.gui.inspector.errands import Errands
    from flowdesk.store.rows import ValueRow
    from flowdesk.xcom.stored import Stored

SUFFIXES = {"npy": ".npy", "arrow": ".arrow", "json": ".json", "text": ".txt", "directory": ".tar"}
_HASH_SHOWN = 10
_WORTH_TELLING = 1024  # bytes


class ValueHead(QWidget):
    """Says what a value is; copies a small one, saves a stored one and shows where it lies."""

    def __init__(self, errands: Errands, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._folder = folder
        self._row: ValueRow | None = None
        self.title = ElidedLabel(self)
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.facts, self.answer = ElidedLabel(self), QLabel(self)
        self.facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.copy, self.save = QPushButton(tr("&Copy"), self), QPushButton(tr("&Save as…"), self)
        self.folder = QPushButton(tr("Open &folder"), self)
        self.edit = QPushButton(tr("&Edit…"), self)
        self.edit.setToolTip(tr("Put another value in its place, and run anew what takes it (F2)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.facts, 1)
        for widget in (self.answer, self.edit, self.copy, self.save, self.folder):
            layout.addWidget(widget)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.folder.clicked.connect(self._on_folder_clicked)

    def show_value(self, row: ValueRow) -> None:
        """Tell of another value."""
        self._row = row
        stored = None if row.secret else reference(row.value)
        self.title.say(tr("{key} of {task}").format(key=row.key, task=row.name))
        self.facts.setText("  ·  ".join(facts_of(row, stored)))
        self.facts.setToolTip(_tooltip(row, stored))
        self.answer.setText("")
        self.copy.setVisible(not row.secret and stored is None)
        self.save.setVisible(stored is not None)
        self.save.setEnabled(True)
        self.folder.setVisible(stored is not None and "://" not in (stored.at or ""))
        self.show()

    def clear(self) -> None:
        """Tell of none."""
        self._row = None
        self.hide()

    def save_to(self, path: Path) -> None:
        """Copy the stored file of the value to `path`, and say so when it is done."""
        stored = reference(self._row.value) if self._row is not None else None
        if stored is not None:
            self.save.setEnabled(False)
            self.answer.setText(tr("Saving …"))
            work = partial(save, stored, self._folder, path)
            self._errands.give(work, self._take_saved, self._take_failure)

    def _take_saved(self, path: Path) -> None:
        self.save.setEnabled(True)
        self.answer.setText(tr("Saved as {name}").format(name=path.name))

    def _take_failure(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if not isinstance(error, (OSError, FileLost, Unkept)):
            raise error
        self.answer.setText(as_sentence(str(error)))

    def _on_copy_clicked(self) -> None:
        if self._row is not None and not self._row.secret:
            text = self._row.value
            QGuiApplication.clipboard().setText(str(decode(text)) if text.startswith('"') else text)

    def _on_save_clicked(self) -> None:
        stored = reference(self._row.value) if self._row is not None else None
        if self._row is None or stored is None:
            return
        name = stored.name or self._row.key
        suffix = SUFFIXES.get(stored.form, "")
        proposed = name if name.endswith(suffix) else name + suffix
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the value"), str(Path.home() / proposed))
        if path:
            self.save_to(Path(path))

    def _on_folder_clicked(self) -> None:
        stored = reference(self._row.value) if self._row is not None else None
        if stored is None:
            return
        try:
            folder = Places(self._folder).path(stored).parent
        except (FileLost, Unkept, OSError) as error:
            self.answer.setText(as_sentence(str(error)))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def facts_of(row: ValueRow, stored: Stored | None) -> list[str]:
    """What is known of a value in a few words each."""
    facts = [row.type]
    if stored is not None and stored.name:
        facts.append(stored.name)
    if not row.secret and (size := size_of(row.value)) >= _WORTH_TELLING:
        facts.append(readable(size))
    facts += [tr("try {number}").format(number=row.try_number), clock(row.pushed_at)]
    if stored is not None:
        facts.append(f"sha256 {stored.sha256[:_HASH_SHOWN]}…")
    return facts


def _tooltip(row: ValueRow, stored: Stored | None) -> str:
    told = tr("{type}, pushed by try {number} at {moment}")
    moment = moment_text(row.pushed_at)
    lines = [told.format(type=row.type, number=row.try_number, moment=moment)]
    if stored is not None:
        lines += [
            tr("{n:,} bytes").format(n=stored.size),
            f"sha256 {stored.sha256}",
            *([stored.at] if stored.at else []),
        ]
    return "<div>" + "<br>".join(map(html.escape, lines)) + "</div>"
