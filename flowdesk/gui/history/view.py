"""The past of a key: how it was over the runs, and in words what lies under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flowdesk.gui.history.past import Shape
from flowdesk.gui.history.plot import HistoryPlot
from flowdesk.gui.language import mark, plural, tr
from flowdesk.gui.panels.elided_label import ElidedLabel

if TYPE_CHECKING:
    from flowdesk.gui.history.past import Past, Point

MASKED = mark("A secret value: only when it was pushed is told.")
_SHAPES = {
    Shape.NUMBERS: "",
    Shape.WORDS: "",
    Shape.CHANGES: mark("≠ where it changed, = where it stayed."),
}


class HistoryView(QWidget):
    """A `HistoryPlot` over a line of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = HistoryPlot(self)
        self.foot = ElidedLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.plot, stretch=1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self.foot)
        layout.addLayout(foot)
        self.plot.point_marked.connect(self._on_plot_point_marked)

    def show_past(self, past: Past | None, run_id: str) -> None:
        """Show the past of another key; `run_id` is the run that is shown."""
        self.plot.show_past(past, run_id)
        self.foot.say(self._summary())

    def _summary(self) -> str:
        past = self.plot.past
        if past is None:
            return ""
        missing = sum(point.text is None for point in past.points)
        runs = plural("{n} run", "{n} runs", len(past.points))
        if missing:
            runs += tr(", in {n} of them not pushed (x)").format(n=f"{missing:,}")
        more = MASKED if past.is_secret else _SHAPES[past.shape]
        return " ".join([f"{runs}.", *filter(None, [tr(more) if more else ""]), tr("A click opens the run.")])

    def _on_plot_point_marked(self, point: Point | None) -> None:
        if point is None:
            self.foot.say(self._summary())
            return
        said = tr("not pushed") if point.text is None else point.text
        head = tr("Run #{number}").format(number=point.run.number)
        self.foot.say(f"{head}: {said}" + "".join(f"  ·  {line}" for line in point.told))
