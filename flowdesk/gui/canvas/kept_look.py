"""How the graph is looked at, as the settings keep it: which way it flows, and whether things move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QStyle

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


def look_as_kept(graph: GraphView, settings: QSettings) -> None:
    """Let a graph look as the user chose last."""
    graph.picture.turn(kept_direction(settings))
    graph.set_animated(is_animated=wants_animations(settings))
