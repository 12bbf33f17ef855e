from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.line import Line
from flowdesk.gui.canvas.links import Link, LinkKey
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.plan.run_view import ValueView

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def test_a_marked_line_lies_above_the_others_and_a_dimmed_one_below() -> None:
    plain, marked, dimmed = (Line(Link("a", "b")) for _ in range(3))
    marked.mark(is_marked=True)
    dimmed.dim(0.3)
    assert dimmed.stroke < plain.stroke < marked.stroke
    assert dimmed.opacity() == 0.3


def test_a_line_that_is_brought_out_is_so_though_it_was_dimmed() -> None:
    line = Line(Link("a", "b"))
    line.dim(0.3)
    line.trace(is_traced=True)
    assert line.stroke.is_marked


def test_a_line_of_keys_tells_how_their_values_stand(ink: Ink) -> None:
    line = Line(Link("a", "b", (LinkKey("a", "k"),)))
    pill = ValuePill("a", "k", (), ink)
    line.carry([pill])
    waiting = line.stroke
    pill.show_value(ValueView("int", "3", 1, 1, 5.0), is_over=False)
    assert line.stroke.width > waiting.width
    pill.show_value(None, is_over=True)
    assert line.stroke.is_dashed
    assert line.stroke.role == "text_dim"


def test_a_line_knows_the_box_that_it_does_not_leave() -> None:
    line = Line(Link("a", "b"))
    line.lay([(90.0, 0.0), (120.0, 40.0), (0.0, 20.0)])
    assert line.box == (0.0, 0.0, 120.0, 40.0)
