from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.scale_note import ScaleNote
from flowdesk.plan.plan import Edge, Kind, Plan, Task
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView


def _chain(length: int) -> Plan:
    names = [f"t{number}" for number in range(length)]
    tasks = {name: Task(name, Kind.JOINT) for name in names}
    return Plan("chain", tasks, edges=tuple(Edge(one, other) for one, other in pairwise(names)))


def test_a_graph_that_has_to_be_shrunk_says_so(canvas: GraphView) -> None:
    note = ScaleNote(canvas)
    canvas.show_plan(_chain(80))
    assert note.isHidden()
    canvas.fit()
    assert not note.isHidden()
    assert note.text().startswith("All of it, at ")
    canvas.show_plan(training_plan())
    assert note.isHidden()


def test_a_graph_that_can_be_read_whole_says_nothing(canvas: GraphView) -> None:
    note = ScaleNote(canvas)
    canvas.show_plan(training_plan())
    canvas.fit()
    assert note.isHidden()


def test_all_of_a_long_graph_is_in_sight_when_that_is_said(canvas: GraphView) -> None:
    note = ScaleNote(canvas)
    canvas.show_plan(_chain(400))
    canvas.fit()
    assert note.text().startswith("All of it, at 1 %")
    assert canvas.sees(canvas.content)
