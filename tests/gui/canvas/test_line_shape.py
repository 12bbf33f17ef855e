from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from flowdesk.gui.canvas.line_shape import curve, line_and_head, strokes_of


def test_a_curve_goes_through_its_points_and_is_level_in_them() -> None:
    path = curve([QPointF(0, 0), QPointF(100, 50)])
    assert path.currentPosition() == QPointF(100, 50)
    assert path.angleAtPercent(0) == pytest.approx(0, abs=1)
    assert path.angleAtPercent(1) == pytest.approx(0, abs=1)


def test_a_curve_from_top_to_bottom_is_upright_in_its_points() -> None:
    path = curve([QPointF(0, 0), QPointF(50, 100)], "TB")
    assert path.angleAtPercent(0) == pytest.approx(270, abs=1)
    assert path.angleAtPercent(1) == pytest.approx(270, abs=1)


def test_a_straight_stretch_is_a_line() -> None:
    assert curve([QPointF(0, 7), QPointF(100, 7)]).elementCount() == 2
    assert curve([QPointF(7, 0), QPointF(7, 100)], "TB").elementCount() == 2


def test_the_head_points_down_where_the_flow_goes_down() -> None:
    line, head = line_and_head([(0.0, 0.0), (40.0, 90.0)], "TB")
    assert head.at(0) == QPointF(40, 90)
    assert head.at(1).y() == head.at(2).y() < 90
    assert line.currentPosition().x() == 40


@pytest.mark.parametrize(("start", "end"), [((0.0, 0.0), (90.0, 40.0)), ((90.0, 40.0), (0.0, 0.0))])
def test_the_arrow_points_the_way_the_line_goes(start: tuple[float, float], end: tuple[float, float]) -> None:
    _, head = line_and_head([start, end])
    tip, back = head.at(0), head.at(1)
    assert tip == QPointF(*end)
    assert (tip.x() > back.x()) == (end[0] > start[0])


@pytest.mark.parametrize("scale", [0.25, 1.0, 4.0])
def test_the_strokes_of_a_curve_follow_it_from_end_to_end(scale: float) -> None:
    path = curve([QPointF(0, 0), QPointF(100, 300), QPointF(200, 300)])
    strokes = strokes_of(path, scale)
    ends = [
        QPointF(element.x, element.y) for element in map(strokes.elementAt, range(strokes.elementCount()))
    ]
    lap = 0.5 / scale
    assert (ends[0] - QPointF(0, 0)).manhattanLength() < lap
    assert (ends[-1] - QPointF(200, 300)).manhattanLength() < lap
    joints = [one - next_one for one, next_one in zip(ends[1:-1:2], ends[2::2], strict=True)]
    assert all(0 < joint.manhattanLength() < 2 * lap for joint in joints)
    on_it = [path.pointAtPercent(part / 500) for part in range(501)]
    seen = max(1.0, 1 / scale)
    assert all(min((one - end).manhattanLength() for one in on_it) < seen for end in ends[:: len(ends) // 10])
