from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF

from flowdesk.gui.canvas.edge_item import EdgeItem
from flowdesk.gui.canvas.links import Link, LinkKey
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.plan.run_view import ValueView
from tests.gui.canvas.painted import picture_of

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


@pytest.mark.parametrize(("start", "end"), [((0.0, 0.0), (90.0, 40.0)), ((90.0, 40.0), (0.0, 0.0))])
def test_the_arrow_points_the_way_the_line_goes(
    ink: Ink, start: tuple[float, float], end: tuple[float, float]
) -> None:
    item = EdgeItem(Link("a", "b"), [start, end], ink)
    _, head = item._curve()
    tip, back = head.at(0), head.at(1)
    assert tip == QPointF(*end)
    assert (tip.x() > back.x()) == (end[0] > start[0])


def test_a_marked_line_lies_above_the_others(ink: Ink) -> None:
    item = EdgeItem(Link("a", "b"), [(0.0, 0.0), (90.0, 40.0)], ink)
    item.mark(is_marked=True)
    assert item.zValue() > EdgeItem(Link("a", "c"), [(0.0, 0.0), (90.0, 0.0)], ink).zValue()


def test_a_line_is_not_in_the_way_of_the_mouse(ink: Ink) -> None:
    assert EdgeItem(Link("a", "b"), [(0.0, 0.0), (90.0, 40.0)], ink).shape().isEmpty()


@pytest.mark.parametrize(("scale", "told_apart"), [(1.0, 3), (0.4, 2)])
def test_a_line_of_keys_tells_how_their_values_stand(ink: Ink, scale: float, told_apart: int) -> None:
    item = EdgeItem(Link("a", "b", (LinkKey("a", "k"),)), [(0.0, 0.0), (90.0, 40.0)], ink)
    pill = ValuePill("a", "k", (), ink)
    item.carry([pill])
    pictures = [picture_of(item, scale)]
    pill.show_value(ValueView("int", "3", 1, 1, 5.0), is_over=False)
    pictures.append(picture_of(item, scale))
    pill.show_value(None, is_over=True)
    pictures.append(picture_of(item, scale))
    assert len({bytes(picture.constBits()) for picture in pictures}) == told_apart
