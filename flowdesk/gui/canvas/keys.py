"""What the keys do on the canvas: walk, choose, fold, zoom.

Arrows walk along the edges: with the flow, against it, and across it; with Alt they go round among what lies
in the same group. Enter opens (a folded group unfolds), Space folds the group round a task or unfolds one,
Escape lets go of what is lit, of a part that is shown alone and of the selection, in this order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flowdesk.gui.canvas.walking import Way, first_node, next_node, sibling

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from flowdesk.gui.canvas.graph_view import GraphView

_Key = Qt.Key
_WAYS = {
    "LR": {
        _Key.Key_Right: Way.DOWNSTREAM,
        _Key.Key_Left: Way.UPSTREAM,
        _Key.Key_Up: Way.BACK,
        _Key.Key_Down: Way.ON,
    },
    "TB": {
        _Key.Key_Down: Way.DOWNSTREAM,
        _Key.Key_Up: Way.UPSTREAM,
        _Key.Key_Left: Way.BACK,
        _Key.Key_Right: Way.ON,
    },
}
_STEPS = {_Key.Key_Right: 1, _Key.Key_Down: 1, _Key.Key_Left: -1, _Key.Key_Up: -1}


def act(view: GraphView, event: QKeyEvent) -> bool:
    """Do what a key stands for; False where it stands for nothing."""
    key = Qt.Key(event.key())
    if key in _STEPS:
        _walk(view, key, is_beside=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
    elif key in _DEEDS:
        _DEEDS[key](view)
    else:
        return False
    return True


def _walk(view: GraphView, key: Qt.Key, *, is_beside: bool) -> None:
    scene, direction = view.graph, view.picture.direction
    chosen = scene.chosen
    if not chosen:
        found = first_node(scene.places, direction)
    elif is_beside:
        found = sibling(chosen, _STEPS[key], list(scene.places))
    else:
        way = _WAYS[direction][key]
        found = next_node(chosen, way, flow=scene.flow, places=scene.places, direction=direction)
    if found is not None:
        view.choose(found)


def _enter(view: GraphView) -> None:
    chosen = view.graph.chosen
    if chosen in view.graph.folded:
        view.fold_asked.emit(chosen)
    elif chosen:
        view.task_activated.emit(chosen)


def _fold(view: GraphView) -> None:
    if view.group_at_hand:
        view.fold_asked.emit(view.group_at_hand)


_DEEDS: dict[Qt.Key, Callable[[GraphView], None]] = {
    _Key.Key_Return: _enter,
    _Key.Key_Enter: _enter,
    _Key.Key_Space: _fold,
    _Key.Key_Escape: lambda view: view.let_go(),
    _Key.Key_Home: lambda view: view.fit(),
    _Key.Key_Plus: lambda view: view.zoom_in(),
    _Key.Key_Equal: lambda view: view.zoom_in(),
    _Key.Key_Minus: lambda view: view.zoom_out(),
}
