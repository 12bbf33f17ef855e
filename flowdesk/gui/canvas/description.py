"""What a screen reader is told of the canvas, whose items are invisible to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr
from flowdesk.gui.state_look import look_of

if TYPE_CHECKING:
    from flowdesk.gui.canvas.folded_item import FoldedItem
    from flowdesk.gui.canvas.graph_scene import GraphScene
    from flowdesk.gui.state_look import Shown


def description_of(scene: GraphScene) -> str:
    """How many tasks can be seen; what is selected, and how it stands."""
    text = plural("{n} task", "{n} tasks", len(scene.tasks))
    chosen = scene.chosen
    if chosen in scene.folded:
        return f"{', '.join(_of_box(scene.folded[chosen]))}; {text}"
    if chosen not in scene.tasks:
        return text
    item = scene.tasks[chosen]
    parts = [tr("task {id}").format(id=chosen), *_of_state(item.state)]
    if item.standing and item.standing.mapped:
        parts.append(item.footer)
    return f"{', '.join(parts)}; {text}"


def _of_box(box: FoldedItem) -> list[str]:
    return [tr("folded group {id}").format(id=box.group_id), box.told, *_of_state(box.state)]


def _of_state(state: Shown | None) -> list[str]:
    return [tr(look_of(state).word)] if state is not None else []
