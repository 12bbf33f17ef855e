"""Looks for tasks in the graph: what is found lights up while one types, and is walked through.

Typing only looks at the nearest hit; the walk (Enter, Shift+Enter) selects each, and unfolds what hides it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from flowdesk.gui.canvas.corner import Corner
from flowdesk.gui.canvas.searching import asks_for_states, find_tasks
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import plural, tr
from flowdesk.gui.override import override
from flowdesk.gui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from flowdesk.gui.canvas.graph_view import GraphView

_FIELD_WIDTH = 240
_BELOW = 16  # pixels between the bar and a hit that it would hide


class SearchBar(QFrame):
    """Lies over the top right corner of `graph`; hidden until it is opened."""

    closed = Signal()

    def __init__(self, graph: GraphView) -> None:
        super().__init__(graph)
        self.found: list[str] = []
        self._graph = graph
        self._at = -1  # in `found`; -1: none of them was walked to yet
        self.setObjectName("search-bar")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.field = QLineEdit(self)
        self.field.setMinimumWidth(_FIELD_WIDTH)
        self.field.setPlaceholderText(tr("Find tasks, keys, commands, state:failed, +task+"))
        self.field.setAccessibleName(tr("Find in the graph"))
        self.answer = QLabel(self)
        self.answer.setMinimumWidth(self.answer.fontMetrics().horizontalAdvance(tr("No hits") + "0000"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 6, 6)
        layout.addWidget(self.field)
        layout.addWidget(self.answer)
        layout.addWidget(
            tool_button(tr("The hit before (Shift+Enter)"), self, icon=Icon.UP, slot=self._on_back_clicked)
        )
        layout.addWidget(
            tool_button(tr("The next hit (Enter)"), self, icon=Icon.DOWN, slot=self._on_next_clicked)
        )
        layout.addWidget(tool_button(tr("Close (Escape)"), self, icon=Icon.CLOSE, slot=self.leave))
        self.field.textChanged.connect(self._on_field_text_changed)
        graph.picture_changed.connect(self._on_graph_picture_changed)
        Corner(self, graph, Qt.Corner.TopRightCorner)
        self.hide()

    def open(self) -> None:
        """Show the field and type into it; what was looked for last is there again."""
        self.show()
        self.raise_()
        self.adjustSize()
        self.field.setFocus()
        self.field.selectAll()
        self._look(glance=False)

    def leave(self) -> None:
        """Close, and show the graph as before; the hit that was walked to stays selected."""
        self.hide()
        self.found, self._at = [], -1
        self._light()
        self._graph.setFocus()
        self.closed.emit()

    def refresh(self) -> None:
        """Look anew if states are asked for, as the run goes on or another one is shown."""
        if self.isVisible() and asks_for_states(self.field.text()):
            self._look(glance=False)

    def go(self, *, backward: bool = False) -> None:
        """Select the next hit, or the one before; round the ends."""
        if not self.found:
            return
        if self._at < 0:
            self._at = len(self.found) - 1 if backward else 0
        else:
            self._at = (self._at + (-1 if backward else 1)) % len(self.found)
        self._graph.reveal_task(self.found[self._at])
        self._uncover(self.found[self._at])
        self._light()
        self._count()

    def _look(self, *, glance: bool) -> None:
        scene, at = self._graph.graph, self.found[self._at] if self._at >= 0 else ""
        plan = scene.plan
        self.found = [] if plan is None else find_tasks(plan, self.field.text(), scene.view)
        self._at = self.found.index(at) if at in self.found else -1
        self._light()
        self._count()
        item = scene.node(self.found[0]) if self.found else None
        if glance and item is not None:
            self._graph.reveal(item.sceneBoundingRect())
            self._uncover(self.found[0])

    def _uncover(self, task: str) -> None:
        """Move the graph down if this bar lies on what is looked at."""
        item = self._graph.graph.node(task)
        if item is None:
            return
        box = self._graph.mapFromScene(item.sceneBoundingRect()).boundingRect()
        if box.intersects(self.geometry()):
            self._graph.pan(0, self.geometry().bottom() + _BELOW - box.top())

    def _light(self) -> None:
        """Ring what is found, and dim the rest."""
        scene = self._graph.graph
        ringed = {id(item) for task in self.found if (item := scene.node(task)) is not None}
        for drawn in scene.drawing.nodes.values():
            drawn.find(is_found=id(drawn) in ringed)
        self._graph.light_up(self.found)

    def _count(self) -> None:
        total = len(self.found)
        if not self.field.text().strip():
            self.answer.setText("")
        elif not total:
            self.answer.setText(tr("No hits"))
        elif self._at < 0:
            self.answer.setText(plural("{n} hit", "{n} hits", total))
        else:
            self.answer.setText(tr("{n} of {total}").format(n=f"{self._at + 1:,}", total=f"{total:,}"))

    def _on_field_text_changed(self) -> None:
        self._at = -1
        self._look(glance=True)

    def _on_graph_picture_changed(self) -> None:
        if self.isVisible():
            self._look(glance=False)

    def _on_back_clicked(self) -> None:
        self.go(backward=True)

    def _on_next_clicked(self) -> None:
        self.go()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            event.accept()  # else the graph behind it walks
