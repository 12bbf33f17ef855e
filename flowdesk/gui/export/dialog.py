"""Asks as what the graph is to be exported, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from flowdesk.errors import FlowdeskError
from flowdesk.gui.canvas.value_words import TIMES
from flowdesk.gui.colours import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT
from flowdesk.gui.export.export import export
from flowdesk.gui.export.shown import looks_of, shown_by
from flowdesk.gui.language import mark, tr
from flowdesk.gui.theme import current_theme
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.store.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.colours import Theme

_FORMATS = {
    GraphFormat.SVG: mark("SVG: a picture that can be enlarged"),
    GraphFormat.PNG: mark("PNG: a picture of dots"),
    GraphFormat.PDF: mark("PDF: one page of the graph's size"),
    GraphFormat.MERMAID: mark("Mermaid: text for Markdown documents"),
    GraphFormat.DOT: mark("DOT: text for Graphviz"),
}
_SCALES = (0.5, 1.0, 2.0, 3.0, 4.0, 8.0)
_THEMES: dict[str, Theme] = {
    mark("Light"): LIGHT,
    mark("Dark"): DARK,
    mark("High contrast"): HIGH_CONTRAST,
    mark("High contrast, dark"): HIGH_CONTRAST_DARK,
}


class ExportDialog(QDialog):
    """Exports what `graph` shows; is gone once it is closed. `told` gets a sentence of what came of it."""

    def __init__(self, graph: GraphView, name: str, told: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export the graph"))
        self._graph = graph
        self._name = name
        self._told = told
        self.form = QComboBox(self)
        for form, text in _FORMATS.items():
            self.form.addItem(tr(text), form)
        self.theme = QComboBox(self)
        for text, theme in _THEMES.items():
            self.theme.addItem(tr(text), theme.name)
        self.theme.setCurrentIndex(max(0, self.theme.findData(current_theme().name)))
        self.scale = QComboBox(self)
        for scale in _SCALES:
            self.scale.addItem(f"{scale:g}{TIMES}", scale)
        self.scale.setCurrentIndex(_SCALES.index(2.0))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._place()
        self.form.currentIndexChanged.connect(self._on_form_changed)
        self.buttons.rejected.connect(self.reject)
        self._on_form_changed()

    @property
    def wanted(self) -> GraphFormat:
        """The format that is chosen."""
        return GraphFormat(self.form.currentData())

    def made(self) -> bytes:
        """The graph as it is asked for. Raises FlowdeskError where it is too large."""
        shown, theme = shown_by(self._graph), list(_THEMES.values())[self.theme.currentIndex()]
        if shown is None:
            raise FlowdeskError(tr("There is no graph to export"))
        looks = looks_of(self._graph, theme, float(self.scale.currentData()))
        # Cards can be made and drawn in the window's thread alone; a thousand of them take seconds.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return export(shown.plan, shown.view, self.wanted, looks)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def save(self, path: Path) -> None:
        """Write it to a file, and close; say so, or why not."""
        if not path.suffix:
            path = path.with_name(path.name + self.wanted.suffix)
        try:
            drawn = self.made()
            with whole_file(path) as file:
                file.write(drawn)
        except (FlowdeskError, OSError) as error:
            self.problem.setText(str(error))
            return
        self._told(tr("The graph is in {file}").format(file=path))
        self.accept()

    def _place(self) -> None:
        save = self.buttons.addButton(tr("&Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        copy = self.buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setToolTip(tr("Copy a text, or the dots of a picture, to the clipboard"))
        self.buttons.accepted.connect(self._on_save_clicked)
        copy.clicked.connect(self._on_copy_clicked)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("&Format"), self.form)
        form.addRow(tr("C&olours"), self.theme)
        form.addRow(tr("S&ize"), self.scale)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    def _on_form_changed(self) -> None:
        self.theme.setEnabled(not self.wanted.is_text)
        self.scale.setEnabled(self.wanted is GraphFormat.PNG)

    def _on_save_clicked(self) -> None:
        chooser = QFileDialog(self, tr("Export the graph"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(f"{self.wanted.value.upper()} (*{self.wanted.suffix})")
        chooser.setDefaultSuffix(self.wanted.suffix.removeprefix("."))
        chooser.selectFile(f"{self._name}{self.wanted.suffix}")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._on_file_selected)
        chooser.open()

    def _on_file_selected(self, path: str) -> None:
        self.save(Path(path))

    def _on_copy_clicked(self) -> None:
        clipboard = QGuiApplication.clipboard()
        try:
            drawn = self.made()
        except FlowdeskError as error:
            self.problem.setText(str(error))
            return
        image = QImage()
        if self.wanted is GraphFormat.PNG and image.loadFromData(drawn):
            clipboard.setImage(image)
        elif self.wanted is GraphFormat.PDF:
            self.problem.setText(tr("A PDF cannot be copied: save it"))
            return
        else:
            clipboard.setText(drawn.decode())
        self._told(tr("The graph is in the clipboard"))
        self.accept()
