from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from flowdesk.gui.canvas.arrangement import fine, layout_graph
from flowdesk.gui.canvas.links import links_of
from flowdesk.gui.canvas.projection import project
from tests.gui.canvas.shown import MODELS, training_plan

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def test_tasks_lie_in_their_groups_and_keys_have_room_on_their_lines(ink: Ink) -> None:
    plan = training_plan()
    seen = project(plan, links=links_of(plan))
    layout = fine(layout_graph(plan, seen, {task: QRectF(0, 0, 200, 80) for task in plan.tasks}, ink))
    box = layout.groups["train"]
    for model in MODELS:
        card = layout.nodes[model]
        assert box.x < card.x
        assert card.right < box.right
        assert box.y < card.y
        assert card.bottom < box.bottom
    labelled = [link.target for link, route in zip(seen.links, layout.edges, strict=True) if route.label]
    assert labelled == ["choose", "choose"]
