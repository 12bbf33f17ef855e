"""How the graph is looked at, as the settings keep it: which way it flows, and whether things move.

What is chosen on one tab holds for all: each graph follows `look_changes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QStyle

from flowdesk.gui.canvas.kept_folds import KeptFolds

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.layout.graph import Direction

DIRECTION, ANIMATIONS = "view/direction", "view/animations"


def kept_direction(settings: QSettings) -> Direction:
    """What the user chose last."""
    return "TB" if settings.value(DIRECTION) == "TB" else "LR"


def wants_animations(settings: QSettings) -> bool:
    """What the user chose last, or else what the desktop says."""
    desktop = bool(QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))
    return bool(settings.value(ANIMATIONS, defaultValue=desktop, type=bool))


class LookChanges(QObject):
    """Tells of another choice."""

    look_changed = Signal()


def look_changes() -> LookChanges:
    """The object whose signal tells that the settings hold another look."""
    app = QApplication.instance()
    found = app.findChild(LookChanges, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None
    return found if isinstance(found, LookChanges) else LookChanges(app)


class _KeptLook(QObject):
    """Lets `graph` look as `settings` say, as long as it lives."""

    def __init__(self, graph: GraphView, settings: QSettings) -> None:
        super().__init__(graph)
        self._graph = graph
        self._settings = settings
        look_changes().look_changed.connect(self.show)
        self.show()

    def show(self) -> None:
        self._graph.picture.turn(kept_direction(self._settings))
        self._graph.set_animated(is_animated=wants_animations(self._settings))


def look_as_kept(graph: GraphView, settings: QSettings) -> None:
    """Let a graph look as the user chose last, folds included, and follow what is chosen on another."""
    graph.picture.kept = KeptFolds(settings)
    _KeptLook(graph, settings)
