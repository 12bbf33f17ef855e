"""What a screen reader is told of the canvas, whose items are invisible to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr
from flowdesk.gui.state_look import look_of

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_scene import GraphScene


def description_of(scene: GraphScene) -> str:
    """How many tasks there are; which is selected, and how it stands."""
    chosen, count = scene.selected, len(scene.tasks)
    text = plural("{n} task", "{n} tasks", count)
    if not chosen:
        return text
    item = scene.tasks[chosen]
    parts = [tr("task {id}").format(id=chosen), *([look_of(item.state).word] if item.state else [])]
    if item.standing and item.standing.mapped:
        parts.append(item.footer)
    return f"{', '.join(parts)}; {text}"
