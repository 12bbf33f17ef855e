from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from flowdesk.gui.canvas.detail import Detail
from flowdesk.gui.canvas.group_item import HEADER, GroupItem
from flowdesk.plan.plan import Group

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.canvas.ink import Ink


def test_the_words_of_a_header_lie_over_lines_and_below_cards(training: GraphView) -> None:
    header = training.graph.groups["train"].header
    assert training.graph.drawing.lines.zValue() < header.zValue()
    assert header.zValue() < training.graph.tasks["get"].zValue()


def test_only_what_can_be_read_covers_a_line(ink: Ink) -> None:
    group = GroupItem(Group("g"), 3, ink)
    group.place(QRectF(0, 0, 600, 200))
    name, count = group.header_parts(Detail.ALL)
    assert name.right() < count.left()
    assert count.right() <= 600
    assert max(name.bottom(), count.bottom()) <= HEADER
    assert group.header_parts(Detail.ICON) == []


def test_the_header_goes_where_its_group_goes_and_a_click_on_it_means_the_group(training: GraphView) -> None:
    group = training.graph.groups["train"]
    assert group.header.pos() == group.pos()
    at = training.mapFromScene(group.mapToScene(QPointF(20, HEADER / 2)))
    assert training.itemAt(at) is group
