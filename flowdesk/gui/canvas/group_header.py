"""What stands in a group's header, over the lines that come in from above: they pass behind its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from flowdesk.gui.canvas.detail import detail_at
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from flowdesk.gui.canvas.group_item import GroupItem

_ABOVE_LINES = 1.5


class GroupHeader(QGraphicsItem):
    """The words of `group`, which says where they are and paints them. The mouse goes through it."""

    def __init__(self, group: GroupItem) -> None:
        super().__init__()
        self._group = group
        self.setZValue(_ABOVE_LINES)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def follow(self) -> None:
        """Go to where the group is now."""
        self.prepareGeometryChange()
        self.setPos(self._group.pos())

    @override
    def boundingRect(self) -> QRectF:
        return self._group.header_box

    @override
    def shape(self) -> QPainterPath:
        return QPainterPath()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        group, detail = self._group, detail_at(painter, option)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group.ground)
        for part in group.header_parts(detail):
            painter.drawRoundedRect(part, 6, 6)
        group.paint_header(painter, detail)
