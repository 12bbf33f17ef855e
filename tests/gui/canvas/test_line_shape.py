from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from flowdesk.gui.canvas.line_shape import curve, line_and_head


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
