from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF

from flowdesk.gui.canvas.edge_item import EdgeItem, curve
from flowdesk.gui.canvas.links import Link

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink


def test_a_curve_goes_through_its_points_and_is_level_in_them() -> None:
    path = curve([QPointF(0, 0), QPointF(100, 50)])
    assert path.currentPosition() == QPointF(100, 50)
    assert path.angleAtPercent(0) == pytest.approx(0, abs=1)
    assert path.angleAtPercent(1) == pytest.approx(0, abs=1)


def test_a_straight_stretch_is_a_line() -> None:
    assert curve([QPointF(0, 7), QPointF(100, 7)]).elementCount() == 2


@pytest.mark.parametrize(("start", "end"), [((0.0, 0.0), (90.0, 40.0)), ((90.0, 40.0), (0.0, 0.0))])
def test_the_arrow_points_the_way_the_line_goes(
    ink: Ink, start: tuple[float, float], end: tuple[float, float]
) -> None:
    item = EdgeItem(Link("a", "b"), [start, end], ink)
    tip, back = item._head.at(0), item._head.at(1)
    assert tip == QPointF(*end)
    assert (tip.x() > back.x()) == (end[0] > start[0])


def test_a_marked_line_lies_above_the_others(ink: Ink) -> None:
    item = EdgeItem(Link("a", "b"), [(0.0, 0.0), (90.0, 40.0)], ink)
    item.mark(is_marked=True)
    assert item.zValue() > EdgeItem(Link("a", "c"), [(0.0, 0.0), (90.0, 0.0)], ink).zValue()


def test_a_line_is_not_in_the_way_of_the_mouse(ink: Ink) -> None:
    assert EdgeItem(Link("a", "b"), [(0.0, 0.0), (90.0, 40.0)], ink).shape().isEmpty()
