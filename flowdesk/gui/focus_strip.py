"""A line above the graph while only the neighbourhood of a task is shown: how far it goes, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from flowdesk.gui.canvas.flow import Reach
from flowdesk.gui.language import mark, plural, tr
from flowdesk.gui.strip import Strip

if TYPE_CHECKING:
    from flowdesk.gui.canvas.focus import Focus
    from flowdesk.gui.canvas.graph_view import GraphView

_STEPS = {mark("1 step"): 1, mark("2 steps"): 2, mark("3 steps"): 3, mark("All steps"): None}
_WAYS = {
    mark("Up and down"): Reach.BOTH,
    mark("Upstream"): Reach.UPSTREAM,
    mark("Downstream"): Reach.DOWNSTREAM,
}


class FocusStrip(Strip):
    """Shown as long as the graph looks at a part."""

    def __init__(self, graph: GraphView, parent: QWidget | None = None) -> None:
        super().__init__(tr("Show all"), "accent_soft", parent)
        self._graph = graph
        self._focus: Focus = graph.focus
        self.steps, self.ways = QComboBox(self), QComboBox(self)
        self.steps.addItems([tr(word) for word in _STEPS])
        self.ways.addItems([tr(word) for word in _WAYS])
        self.steps.setAccessibleName(tr("How far from the task"))
        self.ways.setAccessibleName(tr("Which way from the task"))
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(1, self.ways)
            row.insertWidget(2, self.steps)
        self.steps.activated.connect(self._on_steps_activated)
        self.ways.activated.connect(self._on_ways_activated)
        self.button.clicked.connect(self._on_button_clicked)
        self.button.setToolTip(tr("Show the whole pipeline again (Escape)"))
        self._focus.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is to say."""
        focus, only = self._focus, self._graph.picture.only
        is_on = bool(focus.center) and only is not None
        if is_on and only is not None:
            count = plural("{n} task is shown", "{n} tasks are shown", len(only))
            sentence = tr("Around {name}: {count}. Escape shows all.")
            self.text.setText(sentence.format(name=focus.center, count=count))
            self.steps.setCurrentIndex(list(_STEPS.values()).index(focus.steps))
            self.ways.setCurrentIndex(list(_WAYS.values()).index(focus.reach))
        self.setVisible(is_on)

    def _on_steps_activated(self, index: int) -> None:
        self._focus.set_steps(list(_STEPS.values())[index])

    def _on_ways_activated(self, index: int) -> None:
        self._focus.set_reach(list(_WAYS.values())[index])

    def _on_button_clicked(self) -> None:
        self._focus.leave()
        self._graph.setFocus()
