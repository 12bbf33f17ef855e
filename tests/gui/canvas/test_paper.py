from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QTransform

from flowdesk.gui.canvas.paper import Paper

ROOM = QSize(100, 60)


def _turned(paper: Paper, x: float, y: float, *, scale: float = 1.0, of: object = "graph") -> list[QRect]:
    return paper.turn_to(QTransform(scale, 0, 0, scale, x, y), ROOM, 1.0, of)


@pytest.fixture
def paper(qapp: object) -> Paper:  # noqa: ARG001 - pixmaps need an application
    """A paper that is blue all over."""
    paper = Paper()
    for gap in _turned(paper, 0, 0):
        _fill(paper, gap, "blue")
    return paper


def _fill(paper: Paper, where: QRect, colour: str) -> None:
    painter = QPainter(paper.pixmap)
    painter.fillRect(where, QColor(colour))
    painter.end()


def test_what_is_there_needs_no_painting(paper: Paper) -> None:
    assert _turned(paper, 0, 0) == []


@pytest.mark.parametrize(("across", "down"), [(7, 0), (-7, 0), (0, 5), (0, -5), (7, -5), (-7, 5), (99, 59)])
def test_a_move_leaves_gaps_that_together_are_all_that_is_new(paper: Paper, across: int, down: int) -> None:
    for gap in _turned(paper, across, down):
        _fill(paper, gap, "red")
    image = paper.pixmap.toImage()
    for x in range(ROOM.width()):
        for y in range(ROOM.height()):
            was_there = 0 <= x - across < ROOM.width() and 0 <= y - down < ROOM.height()
            assert image.pixelColor(x, y) == QColor("blue" if was_there else "red")


@pytest.mark.parametrize(
    ("x", "scale", "of"), [(200, 1.0, "graph"), (0.5, 1.0, "graph"), (0, 2.0, "graph"), (0, 1.0, "other")]
)
def test_another_scale_or_place_or_graph_is_painted_whole(
    paper: Paper, x: float, scale: float, of: str
) -> None:
    assert _turned(paper, x, 0, scale=scale, of=of) == [QRect(0, 0, 100, 60)]


def test_what_was_forgotten_is_painted_whole(paper: Paper) -> None:
    paper.forget()
    assert _turned(paper, 0, 0) == [QRect(0, 0, 100, 60)]
