"""One look round: what each part of the window is for and the five keys to know, laid over it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from flowdesk.gui.deeds import of_run, of_window
from flowdesk.gui.help.key_cap import KeyCap
from flowdesk.gui.language import mark, tr
from flowdesk.gui.override import override
from flowdesk.gui.page_panels import PANELS
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from flowdesk.gui.actions import Deed
    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage

VEIL = 175  # of 255
FLAT = 70  # pixels; a bar
_KEYS: tuple[tuple[Deed[PipelinePage] | Deed[MainWindow] | str, str], ...] = (
    (of_run.RUN, mark("Run the pipeline")),
    ("← ↑ ↓ →", mark("Walk along the graph; Enter opens the log")),
    (of_window.PALETTE, mark("Find anything that can be done")),
    (of_window.START, mark("Recent pipelines and examples")),
    (of_window.SHORTCUTS, mark("All keys")),
)


class Part(NamedTuple):
    """A part of the window and what is said of it."""

    widget: QWidget
    title: str
    text: str


def parts_of(window: MainWindow) -> list[Part]:
    """What is seen of the window now: its bars, the graph, and the panels in front."""
    parts = [Part(window.bar, tr("Tool bar"), tr("Run, stop and go on; what cannot be done says why"))]
    if window.pages.row.isVisible():
        parts.append(Part(window.pages.row, tr("Tabs"), tr("One for each pipeline that is open")))
    if page := window.page:
        told = tr("Tasks, and on the lines between them the values that they hand over")
        parts.append(Part(page.stage.graph, tr("Graph"), told))
        parts.append(Part(page.status, tr("Status"), tr("How the run stands that is shown")))
        for panel in PANELS:
            dock = page.docks.find(panel.title)
            if not dock.isHidden() and not dock.visibleRegion().isEmpty() and not dock.isFloating():
                parts.append(Part(dock, tr(panel.title), tr(panel.tip)))
    return parts


class Note(QFrame):
    """A card with a title and a sentence, in one line for a part that is no higher."""

    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(parent)
        title, text = part.title, part.text
        self.is_flat = part.widget.height() < FLAT
        self.setObjectName("Card")
        head, said = QLabel(title, self), QLabel(text, self)
        head.setObjectName("SectionTitle")
        said.setWordWrap(not self.is_flat)
        layout = self._lines = QHBoxLayout(self) if self.is_flat else QVBoxLayout(self)
        layout.setContentsMargins(*((12, 2, 12, 2) if self.is_flat else (12, 8, 12, 9)))
        layout.setSpacing(10 if self.is_flat else 1)
        layout.addWidget(head)
        layout.addWidget(said)
        self.setAccessibleName(f"{title}: {text}")

    def fit_into(self, rect: QRect) -> None:
        """Take as much room as the words need, and the middle of `rect`."""
        middle = rect.center()
        if self.is_flat:
            self.adjustSize()
            middle.setX(rect.left() + rect.width() * 3 // 4)  # beside the buttons
        else:
            wide = min(300, max(170, rect.width() - 24))
            self.setFixedSize(wide, self._lines.heightForWidth(wide))
        place = QRect(QPoint(0, 0), self.size())
        place.moveCenter(middle)
        self.move(place.topLeft())


class Tour(QWidget):
    """Lies over the whole window until it is clicked, closed or a key is pressed; then it is gone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Show me around"))
        self._parts = parts_of(window)
        self.notes = [Note(part, self) for part in self._parts]
        self.keys = self._keys_card()
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.done.setFocus()

    def _keys_card(self) -> QFrame:
        card = QFrame(self)
        card.setObjectName("Card")
        grid = QGridLayout(card)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(14)
        for number, (deed, text) in enumerate(_KEYS):
            keys = deed if isinstance(deed, str) else deed.shortcuts[0]
            native = keys if isinstance(deed, str) else QKeySequence(keys).toString(_NATIVE)
            grid.addWidget(KeyCap(native, card), number, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(tr(text), card), number, 1)
        self.done = QPushButton(tr("&Got it"), card)
        self.done.setProperty("primary", True)  # noqa: FBT003 - Qt's own
        self.done.clicked.connect(self.close)
        grid.addWidget(self.done, len(_KEYS), 1, Qt.AlignmentFlag.AlignRight)
        return card

    def _rect(self, part: Part) -> QRect:
        return QRect(part.widget.mapTo(self._window, QPoint(0, 0)), part.widget.size())

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        self.keys.adjustSize()
        graph = self._window.page.stage.graph if self._window.page else None
        for part, note in zip(self._parts, self.notes, strict=True):
            rect = self._rect(part)
            note.fit_into(rect)
            if part.widget is graph:
                note.move(note.x(), rect.top() + 12)  # the keys lie in the middle
        around = next((self._rect(part) for part in self._parts if part.widget is graph), self.rect())
        self.keys.move(around.center() - self.keys.rect().center() + QPoint(0, 34))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.close()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.colour("canvas")
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        for part in self._parts:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self._rect(part)).adjusted(3, 3, -3, -3), 8, 8)
            painter.drawPath(path)


_NATIVE = QKeySequence.SequenceFormat.NativeText
