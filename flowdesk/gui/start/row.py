"""A pipeline in a list of the start page: an icon, two lines of text, something to the right of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QWidget

from flowdesk.gui.icons import Icon, draw_icon, show_icon
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme, theme_changes

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent

HEIGHT, ICON, PAD, GAP = 54, 20, 14, 12


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row shows."""

    path: Path
    title: str
    more: str = ""
    aside: str = ""
    icon: Icon = Icon.FILE
    role: str = "text_dim"
    state: str = ""  # in a word, for whoever cannot see the icon


class PipelineRow(QAbstractButton):
    """Can be clicked; the arrow keys go from row to row. With `can_run` it has a button to run it too."""

    chosen = Signal(object)  # Path
    run_asked = Signal(object)  # Path

    def __init__(self, words: RowWords, parent: QWidget | None = None, *, can_run: bool = False) -> None:
        super().__init__(parent)
        self.words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.run: QToolButton | None = None
        if can_run:
            self.run = QToolButton(self)
            self.run.setToolTip(tr("Open it and run it"))
            self.run.setAccessibleName(tr("Run {name}").format(name=words.title))
            self.run.setIconSize(QSize(18, 18))
            show_icon(self.run, Icon.RUN, "accent")
            self.run.clicked.connect(self._on_run_clicked)
        self.clicked.connect(self._on_clicked)
        theme_changes().theme_changed.connect(self.update)
        self.say(words)

    def say(self, words: RowWords) -> None:
        """Show other words."""
        self.words = words
        said = [words.title, words.state, words.more, words.aside]
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setToolTip(str(words.path))
        self.update()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.words.path)

    def _on_run_clicked(self) -> None:
        self.run_asked.emit(self.words.path)

    @override
    def sizeHint(self) -> QSize:
        return QSize(380, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.run:
            size = self.run.sizeHint()
            self.run.setGeometry(
                self.width() - size.width() - 8, (HEIGHT - size.height()) // 2, size.width(), size.height()
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move_focus(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _move_focus(self, by: int) -> None:
        parent = self.parentWidget()
        rows = [row for row in parent.findChildren(PipelineRow) if not row.isHidden()] if parent else []
        if self in rows and 0 <= (place := rows.index(self) + by) < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.isDown() or self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        top = (HEIGHT - ICON) / 2
        draw_icon(painter, self.words.icon, QRectF(PAD, top, ICON, ICON), theme.colour(self.words.role))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme, words = current_theme(), self.words
        bold = self.font()
        bold.setWeight(bold.Weight.DemiBold)
        right = self.width() - PAD - (self.run.width() + 4 if self.run else 0)
        left = PAD + ICON + GAP
        aside = QFontMetrics(self.font()).horizontalAdvance(words.aside)
        painter.setPen(theme.colour("text_dim"))
        painter.drawText(
            QRectF(right - aside, 0, aside + 1, HEIGHT), Qt.AlignmentFlag.AlignVCenter, words.aside
        )
        room = right - left - (aside + GAP if aside else 0)
        lines = [(words.title, bold, "text"), (words.more, self.font(), "text_dim")]
        shown = [line for line in lines if line[0]]
        height = QFontMetrics(bold).height() + 1
        top = (HEIGHT - height * len(shown)) / 2
        for number, (text, font, role) in enumerate(shown):
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, int(room))
            place = QRectF(left, top + number * height, room, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
