"""A view of a scene that is dragged, scrolled and zoomed, and frames it by itself until somebody does.

A scene that would have to be shrunk until nobody could read it is not shown whole at first but from its
beginning on; the whole is one key away.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from flowdesk.gui.canvas.detail import ICON_SCALE
from flowdesk.gui.override import override

_STEP = 1.25
_MOST = 4.0
_LEAST = 0.005
_FIT_MOST = 1.25  # a small pipeline is not blown up to fill a large screen
_LEGIBLE = 0.5  # below, what is shown whole says nothing any more
_BEGINNING = 0.8  # the scale at which it is read from its beginning instead
_MARGIN = 40.0
_MARGIN_SHARE = 0.025  # of a small view's width, where every pixel is wanted for what is to be read
_FREEDOM = 4000.0  # how far past its edge a scene may be dragged, in pixels
_NOTCH = 120  # Qt's wheel units per notch
_LINE = 60.0  # pixels scrolled per notch


class Framing(Enum):
    """Who decides what is seen, and what it is: all, what can be read from the beginning on, or the user."""

    WHOLE = auto()
    START = auto()
    FREE = auto()


class ZoomView(QGraphicsView):
    """Drag the empty canvas, or anything with the middle button; Ctrl and the wheel zoom at the cursor."""

    shrunk = Signal()
    """All was to be shown, and that is too small to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = QRectF()
        self.framing = Framing.START
        self._dragged_from: QPoint | None = None
        self._has_moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    @property
    def scale_now(self) -> float:
        """1.0 is 100 %."""
        return self.transform().m11()

    def show_content(self, scene: QGraphicsScene, content: QRectF) -> None:
        """Show `scene`, of which `content` is what a fit makes visible.

        After another content, whoever looks at all of it goes on doing so, and whoever has moved stays
        there, if anything is to be seen there.
        """
        framing = Framing.START if self.content.isEmpty() or content.isEmpty() else self.framing
        self.setScene(scene)
        self._take_content(content)
        if framing is Framing.WHOLE:
            self.fit()
        elif framing is Framing.START or not self.in_sight():
            self.start()

    def keep_in_place(self, before: QPointF, now: QPointF, content: QRectF) -> None:
        """Go on looking at what lay at `before` in the scene and lies at `now`, with another content."""
        self.framing = Framing.FREE
        seen = self.mapFromScene(before)
        self._take_content(content)
        moved = self.mapFromScene(now) - seen
        self.pan(-moved.x(), -moved.y())

    def look_at(self, rect: QRectF) -> None:
        """Show this part of the scene as large as is good for it."""
        self.framing = Framing.FREE
        self._look(self._fitting_scale(rect), rect.center())

    def zoom_to(self, scale: float) -> None:
        """Show everything at this scale, about the middle."""
        self.zoom(scale / self.scale_now, QPointF(self.viewport().rect().center()))

    def _take_content(self, content: QRectF) -> None:
        self.content = content
        self.setSceneRect(content.adjusted(-_FREEDOM, -_FREEDOM, _FREEDOM, _FREEDOM))

    def fit(self) -> None:
        """Show all of the content, and go on doing so when the window changes its size."""
        self.framing = Framing.WHOLE
        if not self.content.isEmpty():
            scale = self._fitting_scale(self.content)
            self._look(scale, self.content.center())
            if scale < ICON_SCALE:
                self.shrunk.emit()

    def start(self) -> None:
        """Show all of the content if it can be read then, else its beginning; also in other window sizes."""
        self.framing = Framing.START
        if self.content.isEmpty():
            return
        scale = self._fitting_scale(self.content)
        if scale >= _LEGIBLE:
            self._look(scale, self.content.center())
        else:
            self._look(_BEGINNING, self._place_to_read(self.beginning(), _BEGINNING))

    def beginning(self) -> QRectF:
        """What is to be seen in any case where not all can be; the middle of the left edge."""
        return QRectF(self.content.left(), self.content.center().y(), 0, 0)

    def _fitting_scale(self, rect: QRectF) -> float:
        room = self.viewport().size()
        margin = min(_MARGIN, room.width() * _MARGIN_SHARE)
        across = (room.width() - 2 * margin) / rect.width()
        down = (room.height() - 2 * margin) / rect.height()
        return max(_LEAST, min(across, down, _FIT_MOST))

    def _look(self, scale: float, middle: QPointF) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self.centerOn(middle)

    def _place_to_read(self, rect: QRectF, scale: float) -> QPointF:
        """The middle of a view that has `rect` in sight and shows as little as can be beyond the content."""
        room, content = self.viewport().size(), self.content
        across, down = room.width() / scale / 2, room.height() / scale / 2
        margin = _MARGIN / scale
        x = _within(rect.center().x(), content.left() - margin + across, content.right() + margin - across)
        y = _within(rect.center().y(), content.top() - margin + down, content.bottom() + margin - down)
        return QPointF(x, y)

    def zoom_in(self) -> None:
        """Zoom a step in, about the middle."""
        self.zoom(_STEP, QPointF(self.viewport().rect().center()))

    def zoom_out(self) -> None:
        """Zoom a step out, about the middle."""
        self.zoom(1 / _STEP, QPointF(self.viewport().rect().center()))

    def zoom(self, factor: float, at: QPointF) -> None:
        """Scale by `factor`, so that what lies at `at` (viewport pixels) stays there."""
        self.framing = Framing.FREE
        scale = max(_LEAST, min(_MOST, self.scale_now * factor))
        before = self.mapToScene(at.toPoint())
        self.setTransform(QTransform.fromScale(scale, scale))
        moved = QPointF(self.mapFromScene(before)) - at
        self.pan(-moved.x(), -moved.y())

    def pan(self, across: float, down: float) -> None:
        """Move the content by that many pixels, to the right and down."""
        for bar, distance in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() - round(distance))

    def reveal(self, rect: QRectF) -> None:
        """Scroll, if need be, until `rect` (of the scene) can be seen."""
        if not self.sees(rect):
            self.framing = Framing.FREE
            self.ensureVisible(rect, int(_MARGIN), int(_MARGIN))

    def glance(self, rect: QRectF) -> None:
        """Show another part, with `rect`, without taking the framing out of anybody's hands."""
        self.centerOn(self._place_to_read(rect, self.scale_now))

    def sees(self, rect: QRectF) -> bool:
        """Whether all of `rect` (of the scene) is in sight."""
        return self.mapToScene(self.viewport().rect()).boundingRect().contains(rect)

    def in_sight(self) -> list[QGraphicsItem]:
        """The items of which something can be seen."""
        return self.items(self.viewport().rect())

    def is_ground(self, item: QGraphicsItem | None) -> bool:
        """Whether a drag that begins on `item` moves the whole."""
        return item is None

    def _starts_drag(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.MiddleButton:
            return True
        is_ground = self.is_ground(self.itemAt(event.position().toPoint()))
        return event.button() is Qt.MouseButton.LeftButton and is_ground

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.framing is Framing.WHOLE:
            self.fit()
        elif self.framing is Framing.START:
            self.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        else:
            self.framing = Framing.FREE
            self.pan(*_wheel_distance(event))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._starts_drag(event):
            self._dragged_from = event.position().toPoint()
            self._has_moved = False
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        moved = here - self._dragged_from
        self._dragged_from = here
        if not moved.isNull():
            self._has_moved = True
            self.framing = Framing.FREE
        self.pan(moved.x(), moved.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is None:
            super().mouseReleaseEvent(event)
            return
        self._dragged_from = None
        self.viewport().unsetCursor()
        # A click on the ground lets go of the selection; a drag must not.
        if not self._has_moved and event.button() is Qt.MouseButton.LeftButton:
            self.scene().clearSelection()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.NativeGesture:
            gesture = cast("QNativeGestureEvent", event)
            if gesture.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + gesture.value(), gesture.position())
                return True
        return super().viewportEvent(event)


def _wheel_distance(event: QWheelEvent) -> tuple[float, float]:
    """How far a wheel or trackpad scrolls, in pixels; Shift turns a wheel sideways."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    if not pixels.isNull():
        return pixels.x(), pixels.y()
    across, down = angle.x() / _NOTCH * _LINE, angle.y() / _NOTCH * _LINE
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across:
        return down, 0.0
    return across, down


def _within(value: float, least: float, most: float) -> float:
    """`value` moved between its bounds; midway where they leave no room."""
    return (least + most) / 2 if least > most else max(least, min(most, value))
