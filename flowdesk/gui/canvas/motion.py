"""How things go from their old places to their new ones when other things are to be seen.

What was there glides; what comes out of a folded group grows from its place, and lines follow their ends. For
everybody who asks the drawing the places are final from the start; only the items take their time. It does
not happen where thousands of things would move, nor where people want none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.canvas.drawing import Drawing, DrawnLink

LASTS = 200
"""Milliseconds."""

_MOST = 400  # things that move smoothly at once


class Before(NamedTuple):
    """Where things were before: cards and boxes by their corners, open groups by their boxes."""

    nodes: Mapping[str, QPointF]
    groups: Mapping[str, QRectF]


def standing_now(drawing: Drawing) -> Before:
    """Where the things of a drawing are, on their way or at their places."""
    return Before(
        {name: item.pos() for name, item in drawing.nodes.items()},
        {group: QRectF(item.pos(), item.boundingRect().size()) for group, item in drawing.groups.items()},
    )


class Motion(QObject):
    """Moves the items of one drawing at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_wanted = True
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(LASTS)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._on_clock_value_changed)
        self._drawing: Drawing | None = None
        self._offsets: dict[str, QPointF] = {}
        self._boxes: dict[str, tuple[QRectF, QRectF]] = {}
        self._new: set[str] = set()

    @property
    def is_moving(self) -> bool:
        """Whether anything is on its way."""
        return self._clock.state() is QVariantAnimation.State.Running

    def stop(self) -> None:
        """Put everything where it belongs."""
        if self.is_moving:
            self._clock.stop()
            self._put(1.0)
        self._drawing = None

    def start(self, drawing: Drawing, before: Before, shift: QPointF) -> None:
        """Let the things of `drawing` come from where they were `before`, moved by `shift`."""
        self.stop()
        if not self.is_wanted or not before.nodes or len(drawing.nodes) + len(drawing.links) > _MOST:
            return
        self._drawing = drawing
        self._offsets, self._boxes, self._new = {}, {}, set()
        for name, place in drawing.places.items():
            old = _origin(name, before)
            if old is not None:
                self._offsets[name] = old + shift - QPointF(place.x, place.y)
            if name not in before.nodes:
                self._new.add(name)
        for group, rect in drawing.group_places.items():
            new = QRectF(*rect)
            old_box = before.groups.get(group)
            if old_box is None:
                corner = _origin(group, before)
                old_box = QRectF(corner, new.size() * 0.2) if corner is not None else new.translated(-shift)
            self._boxes[group] = (old_box.translated(shift), new)
        self._put(0.0)
        self._clock.start()

    def _put(self, done: float) -> None:
        drawing, left = self._drawing, 1.0 - done
        if drawing is None:
            return
        for name, offset in self._offsets.items():
            place = drawing.places[name]
            drawing.nodes[name].setPos(QPointF(place.x, place.y) + offset * left)
        for name in self._new:
            drawing.nodes[name].setScale(0.4 + 0.6 * done)
        for group, (old, new) in self._boxes.items():
            drawing.groups[group].place(_between(old, new, done))
        for link in drawing.links:
            self._lead(link, left, drawing)

    def _lead(self, drawn: DrawnLink, left: float, drawing: Drawing) -> None:
        """Let a line follow its ends, each point as far as it lies near to one of them."""
        link = drawn.line.link
        tail, head = self._offset(link.source, left), self._offset(link.target, left)
        if left and tail.isNull() and head.isNull():
            return
        count = max(1, len(drawn.points) - 1)
        points = []
        for number, (x, y) in enumerate(drawn.points):
            off = tail + (head - tail) * (number / count)
            points.append((x + off.x(), y + off.y()))
        drawn.line.lay(points, drawing.direction)
        if drawn.pills:
            drawn.put_pills(drawn.middle + (tail + head) / 2)

    def _offset(self, name: str, left: float) -> QPointF:
        if name in self._boxes:
            old, new = self._boxes[name]
            return (old.center() - new.center()) * left
        return self._offsets.get(name, QPointF()) * left

    def _on_clock_value_changed(self, done: float) -> None:
        self._put(done)


def _origin(name: str, before: Before) -> QPointF | None:
    """Where a thing comes from: its own place, that of the box that hid it, or that of what it hides now."""
    if name in before.nodes:
        return before.nodes[name]
    if name in before.groups:
        return before.groups[name].topLeft()
    while name := name.rpartition(".")[0]:
        if name in before.nodes:
            return before.nodes[name]
    return None


def _between(old: QRectF, new: QRectF, done: float) -> QRectF:
    corner = old.topLeft() + (new.topLeft() - old.topLeft()) * done
    far = old.bottomRight() + (new.bottomRight() - old.bottomRight()) * done
    return QRectF(corner, far)
