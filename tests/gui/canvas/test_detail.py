from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from flowdesk.gui.canvas.detail import Detail, detail_at


@pytest.mark.parametrize(
    ("scale", "detail"),
    [
        (2.0, Detail.ALL),
        (0.5, Detail.ALL),
        (0.4, Detail.NAME),
        (0.25, Detail.LARGE_NAME),
        (0.05, Detail.ICON),
    ],
)
def test_the_further_away_the_less_is_drawn(scale: float, detail: Detail) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    assert detail_at(painter, QStyleOptionGraphicsItem()) is detail
    painter.end()
