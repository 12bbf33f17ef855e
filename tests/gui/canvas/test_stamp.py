from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from flowdesk.gui.canvas.stamp import stamp
from tests.gui.pictures.compare import differing

if TYPE_CHECKING:
    from collections.abc import Hashable

BOX = QRectF(-10, -6, 20, 12)


class Shape:
    """A rounded box, which counts how often it is painted."""

    def __init__(self) -> None:
        self.painted = 0

    def paint(self, painter: QPainter) -> None:
        self.painted += 1
        painter.setPen(QColor("blue"))
        painter.setBrush(QColor("yellow"))
        painter.drawRoundedRect(BOX.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


@pytest.fixture
def looks(request: pytest.FixtureRequest, qapp: object) -> Hashable:  # noqa: ARG001 - pixmaps need an application
    """Looks that nothing else has."""
    return str(request.node.nodeid)


def _painter(image: QImage, scale: float) -> QPainter:
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(30, 20)
    painter.scale(scale, scale)
    return painter


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_stamp_looks_as_what_it_is_painted_from(looks: Hashable, scale: float, ratio: float) -> None:
    images = [QImage(round(60 * ratio), round(40 * ratio), QImage.Format.Format_RGB32) for _ in range(2)]
    for image, is_stamped in zip(images, (True, False), strict=True):
        image.setDevicePixelRatio(ratio)
        painter = _painter(image, scale)
        if is_stamped:
            stamp(painter, BOX, looks, Shape().paint)
        else:
            Shape().paint(painter)
        painter.end()
    assert not differing(*images)


def test_what_looks_alike_is_painted_once_for_a_scale(looks: Hashable) -> None:
    shape, image = Shape(), QImage(60, 40, QImage.Format.Format_RGB32)
    for scale in (1.0, 1.0, 0.5, 1.0):
        painter = _painter(image, scale)
        stamp(painter, BOX, looks, shape.paint)
        stamp(painter, BOX, looks, shape.paint)
        painter.end()
    assert shape.painted == 2


def test_whoever_stamps_finds_the_painter_as_it_was(looks: Hashable) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    painter = _painter(image, 0.5)
    before = painter.worldTransform()
    stamp(painter, BOX, looks, Shape().paint)
    assert painter.worldTransform() == before
    painter.end()


def test_into_a_drawing_of_lines_every_shape_is_painted(looks: Hashable) -> None:
    shape, generator, buffer = Shape(), QSvgGenerator(), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    stamp(painter, BOX, looks, shape.paint)
    stamp(painter, BOX, looks, shape.paint)
    painter.end()
    assert shape.painted == 2
