"""The graph as bytes of any format: drawn, or written as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.export.looks import Looks
from flowdesk.gui.export.picture import draw
from flowdesk.plan.dot import to_dot
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.plan.graph_states import state_words
from flowdesk.plan.mermaid import to_mermaid

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView


def export(plan: Plan, view: RunView | None, form: GraphFormat, looks: Looks | None = None) -> bytes:
    """The graph of `plan`, and how a run of it stands. A text has all tasks, whatever is folded.

    Raises:
        FlowdeskError: it is too large for the format.
    """
    looks = looks or Looks()
    if not form.is_text:
        return draw(plan, view, form, looks)
    write = to_dot if form is GraphFormat.DOT else to_mermaid
    return write(plan, direction=looks.direction, states=state_words(view)).encode()
