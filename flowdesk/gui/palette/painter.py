"""Paints a row of the palette: icon, title with the typed letters in bold, where it belongs, its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from flowdesk.gui.icons import draw_icon
from flowdesk.gui.override import override
from flowdesk.gui.palette.rows import ROW
from flowdesk.gui.theme import current_theme

if TYPE_CHECKING:
    from flowdesk.gui.palette.rows import Row

HEIGHT, ICON, PAD, GAP = 36, 16, 12, 10


class RowPainter(QStyledItemDelegate):
    """What cannot be done is dim, with the reason in the place of the menu."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW)
        theme, entry = current_theme(), row.entry
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(box).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6)
        colour = theme.colour("text_disabled" if entry.reason else entry.role)
        if entry.icon:
            top = box.y() + (HEIGHT - ICON) / 2
            draw_icon(painter, entry.icon, QRectF(box.x() + PAD, top, ICON, ICON), colour)
        self._paint_words(painter, box, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, row: Row) -> None:
        entry, theme = row.entry, current_theme()
        font = painter.font()
        left, right = box.x() + PAD + ICON + GAP, box.right() - PAD
        right = self._paint_keys(painter, box, right, entry.keys)
        title = f"✓ {entry.title}" if entry.is_on else entry.title
        places = {place + len(title) - len(entry.title) for place in row.places}
        metrics = QFontMetrics(font)
        wide = min(metrics.horizontalAdvance(title) + 24, int((right - left) * 0.66))
        aside = entry.reason or entry.place
        painter.setPen(theme.colour("text_dim"))
        cut = metrics.elidedText(aside, Qt.TextElideMode.ElideLeft, right - left - wide)
        painter.drawText(
            QRect(left + wide, box.y(), right - left - wide, HEIGHT),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            cut,
        )
        painter.setPen(theme.colour("text_dim" if entry.reason else "text"))
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, wide)
        _paint_marked(painter, QRect(left, box.y(), wide, HEIGHT), shown, places if shown == title else set())

    @staticmethod
    def _paint_keys(painter: QPainter, box: QRect, right: int, keys: str) -> int:
        if not keys:
            return right
        theme = current_theme()
        wide = QFontMetrics(painter.font()).horizontalAdvance(keys) + 14
        cap = QRectF(right - wide, box.y() + 8.5, wide, HEIGHT - 17)
        painter.setPen(QPen(theme.colour("border_strong"), 1))
        painter.setBrush(theme.colour("window"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.colour("text_dim"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return right - wide - GAP


def _paint_marked(painter: QPainter, box: QRect, text: str, places: set[int]) -> None:
    """Draw a line of text, the letters at `places` bold and underlined."""
    plain, strong = QFont(painter.font()), QFont(painter.font())
    strong.setBold(True)
    strong.setUnderline(True)
    left = box.x()
    for is_marked, part in _parts(text, places):
        font = strong if is_marked else plain
        painter.setFont(font)
        painter.drawText(QRect(left, box.y(), box.width(), box.height()), Qt.AlignmentFlag.AlignVCenter, part)
        left += QFontMetrics(font).horizontalAdvance(part)
    painter.setFont(plain)


def _parts(text: str, places: set[int]) -> list[tuple[bool, str]]:
    parts: list[tuple[bool, str]] = []
    for place, letter in enumerate(text):
        is_marked = place in places
        if parts and parts[-1][0] == is_marked:
            parts[-1] = (is_marked, parts[-1][1] + letter)
        else:
            parts.append((is_marked, letter))
    return parts
