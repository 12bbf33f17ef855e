"""Asks as what the graph is to be exported, and where to.

A small graph is drawn at once, where it is shown. A large one takes seconds, in which the window would stand
still, so a process of its own draws it.
"""

from __future__ import annotations

from functools import partial
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
    QProgressBar,
    QVBoxLayout,
)

from flowdesk.errors import FlowdeskError
from flowdesk.gui.canvas.value_words import TIMES
from flowdesk.gui.colours import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT
from flowdesk.gui.export.drawer import Drawer
from flowdesk.gui.export.export import export
from flowdesk.gui.export.job import Job
from flowdesk.gui.export.shown import looks_of, shown_by
from flowdesk.gui.language import mark, tr, used_language
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.store.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.colours import Theme
    from flowdesk.gui.work import Workshop
    from flowdesk.plan.events import Event

_FORMATS = {
    GraphFormat.SVG: mark("SVG: a picture that can be enlarged"),
    GraphFormat.PNG: mark("PNG: a picture of dots"),
    GraphFormat.PDF: mark("PDF: one page of the graph's size"),
    GraphFormat.MERMAID: mark("Mermaid: text for Markdown documents"),
    GraphFormat.DOT: mark("DOT: text for Graphviz"),
}
AT_ONCE = 150
"""So many cards are drawn in less time than a process needs to begin."""

_SCALES = (0.5, 1.0, 2.0, 3.0, 4.0, 8.0)
_THEMES: dict[str, Theme] = {
    mark("Light"): LIGHT,
    mark("Dark"): DARK,
    mark("High contrast"): HIGH_CONTRAST,
    mark("High contrast, dark"): HIGH_CONTRAST_DARK,
}


class ExportDialog(QDialog):
    """Exports what `graph` shows; is gone once it is closed. `told` gets a sentence of what came of it.

    `events` are those of the run that is shown. A graph of more than `most` cards is drawn by a process.
    """

    def __init__(  # noqa: PLR0913 - all that goes into a picture
        self,
        graph: GraphView,
        name: str,
        told: Callable[[str], None],
        parent: QWidget,
        *,
        events: Callable[[], Sequence[Event]] = tuple,
        workshop: Workshop | None = None,
        most: int = AT_ONCE,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export the graph"))
        self._graph = graph
        self._name = name
        self._told = told
        self._events = events
        self._most = most
        self._then: Callable[[bytes], None] | None = None
        self._drawer = Drawer(workshop, self)
        self._drawer.drawn.connect(self._on_drawer_drawn)
        self._drawer.failed.connect(self._on_drawer_failed)
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

    def save(self, path: Path) -> None:
        """Write it to a file, and close; say so, or why not."""
        if not path.suffix:
            path = path.with_name(path.name + self.wanted.suffix)
        self._draw(partial(self._write, path))

    @property
    def is_drawing(self) -> bool:
        """Whether a picture is under way."""
        return self._then is not None

    def _draw(self, then: Callable[[bytes], None]) -> None:
        """Make the graph as it is asked for, and then do this with it; say so where it is too large."""
        shown, theme = shown_by(self._graph), list(_THEMES.values())[self.theme.currentIndex()]
        if shown is None:
            self.problem.setText(tr("There is no graph to export"))
            return
        looks = looks_of(self._graph, theme, float(self.scale.currentData()))
        self.problem.setText("")
        if len(self._graph.graph.drawing.nodes) > self._most:
            self._show_under_way(then)
            self._drawer.start(Job(*shown, self.wanted, looks, used_language()), tuple(self._events()))
            return
        try:
            drawn = export(shown.plan, shown.view, self.wanted, looks)
        except FlowdeskError as error:
            self.problem.setText(str(error))
            return
        then(drawn)

    def _write(self, path: Path, drawn: bytes) -> None:
        try:
            with whole_file(path) as file:
                file.write(drawn)
        except (FlowdeskError, OSError) as error:
            self.problem.setText(str(error))
            return
        self._told(tr("The graph is in {file}").format(file=path))
        self.accept()

    def _copy(self, drawn: bytes) -> None:
        clipboard, image = QGuiApplication.clipboard(), QImage()
        if self.wanted is GraphFormat.PNG and image.loadFromData(drawn):
            clipboard.setImage(image)
        else:
            clipboard.setText(drawn.decode())
        self._told(tr("The graph is in the clipboard"))
        self.accept()

    def _show_under_way(self, then: Callable[[bytes], None] | None) -> None:
        """Show that a picture is drawn, for `then`, and let nothing else be asked for; None: no more."""
        self._then = then
        self.progress.setVisible(then is not None)
        for widget in (self.form, self.theme, self.scale, *self._deeds):
            widget.setEnabled(then is None)
        if then is None:
            self._on_form_changed()

    def _place(self) -> None:
        save = self.buttons.addButton(tr("&Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        copy = self.buttons.addButton(tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setToolTip(tr("Copy a text, or the dots of a picture, to the clipboard"))
        self._deeds = (save, copy)
        self.buttons.accepted.connect(self._on_save_clicked)
        copy.clicked.connect(self._on_copy_clicked)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)  # nobody knows how far it is
        self.progress.setAccessibleName(tr("The graph is being drawn"))
        self.progress.hide()
        form = QFormLayout()
        form.addRow(tr("&Format"), self.form)
        form.addRow(tr("C&olours"), self.theme)
        form.addRow(tr("S&ize"), self.scale)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.progress)
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
        if self.wanted is GraphFormat.PDF:
            self.problem.setText(tr("A PDF cannot be copied: save it"))
        else:
            self._draw(self._copy)

    def _on_drawer_drawn(self, drawn: bytes) -> None:
        then = self._then
        self._show_under_way(None)
        if then is not None:
            then(drawn)

    def _on_drawer_failed(self, sentence: str) -> None:
        self._show_under_way(None)
        self.problem.setText(sentence)

    @override
    def done(self, result: int) -> None:
        self._drawer.stop()
        super().done(result)
