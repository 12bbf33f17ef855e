"""The chart of a run: painted, only what is seen of it, and gone about in with mouse and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from flowdesk.gui.gantt.chart_painting import ChartPainter, Seen
from flowdesk.gui.gantt.chart_run import ChartRun
from flowdesk.gui.gantt.geometry import AXIS, LINE, Geometry
from flowdesk.gui.gantt.lines import ChartLine, LineKind, Lines, Order
from flowdesk.gui.gantt.words import tip_of
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.plan.instances import task_of
from flowdesk.plan.plan import Plan

if TYPE_CHECKING:
    from flowdesk.plan.spans import Span

ZOOM = 1.25
_NEAR = 3.0  # pixels beside a bar that still mean it


class GanttChart(QAbstractScrollArea):
    """Shows a `ChartRun`. `moment`: the time that is shown, if it is not now."""

    task_chosen = Signal(str)
    """The task whose line the user chose."""
    task_activated = Signal(str, int)
    """The name and the try, 0 for none, that the user double-clicked or entered."""
    time_wanted = Signal(float)
    """The moment on the axis that the user clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = ChartRun(Plan("", {}), [], 0.0)
        self.tree = Lines(self.run.plan)
        self.lines: list[ChartLine] = []
        self.order = Order.GRAPH
        self.task = ""
        self.moment: float | None = None
        self.is_live = False
        self.shows_path = True
        self._zoom = 1.0
        self._pan: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Times of the tasks"))
        theme_changes().theme_changed.connect(self.viewport().update)

    def show_run(self, run: ChartRun) -> None:
        """Show another run, as a whole."""
        if run.plan != self.run.plan:
            self.tree = Lines(run.plan)
        self.run, self._zoom = run, 1.0
        self.refresh()

    def refresh(self) -> None:
        """Show what the run has come to."""
        self.lines = self.tree.of(self.run.spans, self.order)
        self._set_ranges()
        self.viewport().update()

    def select(self, task: str) -> None:
        """Bring a task's line out and into view, without telling so."""
        self.task = task
        if task and self.tree.reveal(task):
            self.refresh()
        index = self._index()
        if index is not None:
            top = index * LINE
            bar, height = self.verticalScrollBar(), self.viewport().height() - AXIS
            if top < bar.value() or top + LINE > bar.value() + height:
                bar.setValue(round(top - height / 2))
            self._reveal_bars()
        self.viewport().update()

    def zoom_by(self, factor: float, x: float | None = None) -> None:
        """Show less time, larger, or more of it; the moment at `x` stays."""
        geometry = self.geometry_of()
        middle = geometry.names + geometry.room / 2
        near = geometry.zoomed(factor, middle if x is None else x)
        self._zoom = near.zoom
        self._set_ranges()
        self.horizontalScrollBar().setValue(round(near.left))
        self.viewport().update()

    def fit(self) -> None:
        """Show the whole time of the run."""
        self.zoom_by(0.0)

    def picture(self) -> QPixmap:
        """All lines, however many there are, at the width and zoom that are shown."""
        geometry = replace(self.geometry_of(), top=0.0, height=AXIS + len(self.lines) * LINE)
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(geometry.width * ratio), round(geometry.height * ratio))
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        painter.setFont(self.font())
        self._paint(painter, geometry)
        painter.end()
        return made

    def geometry_of(self) -> Geometry:
        """Where all lies now."""
        size, left, top = self.viewport().size(), self.horizontalScrollBar(), self.verticalScrollBar()
        return Geometry(self.run.scale, size.width(), size.height(), self._zoom, left.value(), top.value())

    def line_at(self, y: float) -> ChartLine | None:
        """The line that lies there."""
        index = self.geometry_of().index(y)
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def span_at(self, place: QPointF) -> Span | None:
        """The span that lies there."""
        line, geometry = self.line_at(place.y()), self.geometry_of()
        row = self.run.spans.rows.get(line.name) if line is not None else None
        for span in reversed(row.spans if row is not None else []):
            right = geometry.x(self.run.end if span.end is None else span.end)
            if geometry.x(span.start) - _NEAR <= place.x() <= right + _NEAR:
                return span
        return None

    def _reveal_bars(self) -> None:
        """Bring the begin of the selected line's bars into view, where another part of the time is seen."""
        row, geometry = self.run.spans.rows.get(self.task), self.geometry_of()
        if row is None or not row.spans:
            return
        left, right = geometry.x(row.spans[0].start), geometry.x(row.spans[-1].end or self.run.end)
        if right < geometry.names or left > geometry.width:
            bar = self.horizontalScrollBar()
            bar.setValue(round(bar.value() + left - geometry.names - geometry.room / 3))

    def _set_ranges(self) -> None:
        geometry = self.geometry_of()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        height = geometry.height - AXIS
        down.setRange(0, max(0, len(self.lines) * LINE - height))
        down.setPageStep(max(1, height))
        down.setSingleStep(LINE)
        across.setRange(0, round(geometry.whole - geometry.room))
        across.setPageStep(max(1, round(geometry.room)))
        across.setSingleStep(LINE)

    def _index(self) -> int | None:
        return next((at for at, line in enumerate(self.lines) if line.name == self.task), None)

    def _paint(self, painter: QPainter, geometry: Geometry) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = Seen(self.run, self.lines, self.task, self.moment, self.is_live, self.shows_path)
        ChartPainter(painter, geometry, seen).paint()

    def _choose(self, index: int) -> None:
        line = self.lines[max(0, min(index, len(self.lines) - 1))]
        self.select(line.name)
        if line.kind is not LineKind.GROUP:
            self.task_chosen.emit(task_of(line.name))

    def _toggle(self, line: ChartLine, *, is_open: bool | None = None) -> None:
        if line.is_open is not None and is_open in (None, not line.is_open):
            self.tree.toggle(line)
            self.refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint(painter, self.geometry_of())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().colour("accent"), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_ranges()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_by(ZOOM ** (turned / 120), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and turned:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, geometry = event.position(), self.geometry_of()
        index = geometry.index(place.y())
        if index < 0 and place.x() > geometry.names:
            self.time_wanted.emit(geometry.moment(place.x()))
        elif event.button() is Qt.MouseButton.MiddleButton or index >= len(self.lines):
            self._pan = place
        elif index >= 0:
            line = self.lines[index]
            if line.is_open is not None and place.x() < 16 * (line.depth + 1) + 8:
                self._toggle(line)
            else:
                self._choose(index)
                self._pan = place

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan is not None and event.buttons():
            moved, self._pan = event.position() - self._pan, event.position()
            for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
                bar.setValue(bar.value() - round(by))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line, span = self.line_at(event.position().y()), self.span_at(event.position())
        if line is not None and line.kind is LineKind.GROUP:
            self._toggle(line)
        elif line is not None:
            self.task_activated.emit(line.name, span.number if span else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self._index(), event.key()
        if key in _STEPS and self.lines:
            self._choose(_STEPS[key] if index is None and _STEPS[key] < 0 else (index or 0) + _STEPS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index is not None:
            self._toggle(self.lines[index], is_open=key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index is not None:
            self.task_activated.emit(self.lines[index].name, 0)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            place = QPointF(help_event.pos())
            line = self.line_at(place.y())
            text = tip_of(self.run, line, self.span_at(place)) if line is not None else ""
            QToolTip.showText(help_event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)


_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}
