from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from flowdesk.gui.canvas.line import Line
from flowdesk.gui.canvas.line_shape import line_and_head
from flowdesk.gui.canvas.lines_item import LinesItem
from flowdesk.gui.canvas.links import Link, LinkKey
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.plan.run_view import ValueView
from tests.gui.canvas.painted import picture_of
from tests.gui.pictures.compare import differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowdesk.gui.canvas.ink import Ink

SLANTED = ((0.0, 0.0), (90.0, 40.0))


@pytest.fixture
def item(ink: Ink) -> Iterator[LinesItem]:
    """Paints no lines yet."""
    scene = QGraphicsScene()
    item = LinesItem(ink)
    scene.addItem(item)
    yield item
    scene.removeItem(item)


def _line(points: Sequence[tuple[float, float]] = SLANTED, key: str = "") -> Line:
    return Line(Link("a", "b", (LinkKey("a", key),) if key else ()), points)


def _painted(item: LinesItem, area: QRectF, scale: float = 1.0) -> QImage:
    image = QImage(round(area.width() * scale), round(area.height() * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    item.scene().render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


def test_the_mouse_goes_through_the_lines(item: LinesItem) -> None:
    assert item.shape().isEmpty()


@pytest.mark.parametrize(("scale", "told_apart"), [(1.0, 3), (0.4, 2)])
def test_a_line_of_keys_tells_how_their_values_stand(ink: Ink, scale: float, told_apart: int) -> None:
    item, line, pill = LinesItem(ink), _line(key="k"), ValuePill("a", "k", (), ink)
    item.show_lines([line])
    line.carry([pill])
    pictures = [picture_of(item, scale)]
    pill.show_value(ValueView("int", "3", 1, 1, 5.0), is_over=False)
    pictures.append(picture_of(item, scale))
    pill.show_value(None, is_over=True)
    pictures.append(picture_of(item, scale))
    assert len({bytes(picture.constBits()) for picture in pictures}) == told_apart


@pytest.mark.parametrize("left", [-3000.0, -1024.0, 0.0, 517.0, 4000.0])
def test_every_line_in_sight_is_painted_wherever_that_is(item: LinesItem, left: float) -> None:
    lines = [_line(((left + 700.0 * number, 5.0), (left + 700.0 * number + 2500, 5.0))) for number in (0, 1)]
    item.show_lines([*lines, _line(((left, 900.0), (left + 9000, 900.0)))])
    seen = QRectF(left + 1000, 0, 40, 10)
    assert item._crossing(seen) == lines
    painted = _painted(item, seen)
    assert painted.pixel(3, 5) != 0xFFFFFFFF
    assert painted.pixel(3, 1) == 0xFFFFFFFF


def test_a_line_is_found_once_however_many_lanes_it_crosses(item: LinesItem) -> None:
    line = _line(((0.0, 5.0), (9000.0, 5.0)))
    item.show_lines([line])
    assert item._crossing(QRectF(500, 0, 5000, 10)) == [line]


def test_a_line_that_is_laid_anew_is_painted_there(item: LinesItem) -> None:
    line = _line()
    item.show_lines([line])
    line.lay(((5000.0, 0.0), (5090.0, 0.0)))
    assert item.boundingRect().contains(5050, 0)
    assert item._crossing(QRectF(5000, -5, 100, 10)) == [line]
    assert item._crossing(QRectF(0, 0, 100, 40)) == []


@pytest.mark.parametrize("scale", [1.0, 1.7, 3.0])
def test_a_wide_line_in_strokes_looks_as_its_curve(item: LinesItem, ink: Ink, scale: float) -> None:
    points = ((0.0, 10.0), (60.0, 150.0), (100.0, 150.0), (180.0, 20.0))
    line = _line(points, key="k")
    item.show_lines([line])
    area = QRectF(-10, 0, 200, 170)
    painted = _painted(item, area, scale)
    exact = QImage(painted.size(), painted.format())
    exact.fill(0xFFFFFFFF)
    painter = QPainter(exact)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-area.topLeft())
    painter.setPen(ink.pen(line.stroke.role, line.stroke.width))
    path, head = line_and_head(points)
    painter.drawPath(path)
    painter.setBrush(ink.colour(line.stroke.role))
    painter.setPen(ink.pen(line.stroke.role, 1))
    painter.drawPolygon(head)
    painter.end()
    assert len(differing(painted, exact)) < 0.001 * painted.width() * painted.height()


@pytest.mark.parametrize("scale", [0.25, 0.45, 1.0])
def test_a_line_that_is_brought_out_is_wider_than_others_at_any_scale(item: LinesItem, scale: float) -> None:
    line = _line(((0.0, 40.0), (180.0, 40.0)), key="k")
    item.show_lines([line])
    area = QRectF(0, 0, 180, 80)
    plain = _ink_across(_painted(item, area, scale))
    line.mark(is_marked=True)
    assert _ink_across(_painted(item, area, scale)) > 1.25 * plain


def _ink_across(image: QImage) -> int:
    """How much is painted in the middle column of a white picture."""
    return sum(255 - image.pixelColor(image.width() // 2, y).red() for y in range(image.height()))
