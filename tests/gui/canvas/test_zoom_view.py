from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene

from flowdesk.gui.canvas.zoom_view import ZoomView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CONTENT = QRectF(0, 0, 1200, 600)
STRIP = QRectF(0, 0, 20_000, 300)


@pytest.fixture
def view(qtbot: QtBot) -> ZoomView:
    """A view of 800 x 400 on a content half as wide again."""
    made = ZoomView()
    made.resize(800, 400)
    qtbot.addWidget(made)
    made.show()
    made.show_content(QGraphicsScene(made), CONTENT)
    return made


def _seen(view: ZoomView) -> QRectF:
    return view.mapToScene(view.viewport().rect()).boundingRect()


def _turn_wheel(view: ZoomView, notches: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(200, 100)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), notches * 120, Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's `inverted`, which has no name here
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_all_of_it_is_seen_at_first(view: ZoomView) -> None:
    assert _seen(view).contains(CONTENT)


def test_a_small_content_is_not_blown_up(view: ZoomView) -> None:
    view.show_content(QGraphicsScene(view), QRectF(0, 0, 40, 20))
    assert view.scale_now == 1.25


def test_all_of_it_stays_seen_when_the_window_changes_its_size(view: ZoomView) -> None:
    view.resize(900, 380)
    assert _seen(view).contains(CONTENT)


def test_what_could_not_be_read_whole_is_shown_from_its_beginning(view: ZoomView) -> None:
    view.show_content(QGraphicsScene(view), STRIP)
    assert view.scale_now == 0.8
    assert _seen(view).contains(QPointF(0, 150))
    assert _seen(view).left() > -100
    view.resize(500, 700)
    assert _seen(view).contains(QPointF(0, 150))
    assert view.scale_now == 0.8


def test_a_fit_shows_even_what_cannot_be_read(view: ZoomView) -> None:
    view.show_content(QGraphicsScene(view), STRIP)
    view.fit()
    assert _seen(view).contains(STRIP)
    view.resize(500, 700)
    assert _seen(view).contains(STRIP)


def test_a_glance_shows_nothing_beyond_the_end(view: ZoomView) -> None:
    view.show_content(QGraphicsScene(view), STRIP)
    view.glance(QRectF(19_950, 100, 50, 50))
    assert _seen(view).contains(QRectF(19_950, 100, 50, 50))
    assert _seen(view).right() < STRIP.right() + 100


def test_whoever_has_moved_stays_there_when_the_content_is_drawn_anew(view: ZoomView) -> None:
    view.zoom_in()
    before = _seen(view)
    again = QGraphicsScene(view)
    again.addRect(CONTENT)
    view.show_content(again, CONTENT)
    assert _seen(view) == before


def test_nobody_is_left_where_there_is_nothing(view: ZoomView) -> None:
    view.zoom_in()
    view.pan(-3000, 0)
    again = QGraphicsScene(view)
    again.addRect(CONTENT)
    view.show_content(again, CONTENT)
    assert _seen(view).contains(CONTENT)


def test_another_pipeline_begins_at_its_own_beginning(view: ZoomView) -> None:
    view.zoom_in()
    view.show_content(QGraphicsScene(view), QRectF())
    again = QGraphicsScene(view)
    again.addRect(CONTENT)
    view.show_content(again, CONTENT)
    assert _seen(view).contains(CONTENT)


def test_after_a_zoom_the_size_of_the_window_changes_no_scale(view: ZoomView) -> None:
    view.zoom_in()
    before = view.scale_now
    view.resize(500, 700)
    assert view.scale_now == before
    view.fit()
    view.resize(300, 200)
    assert _seen(view).contains(CONTENT)


def test_ctrl_and_the_wheel_zoom_at_the_cursor(view: ZoomView) -> None:
    at, before = QPoint(200, 100), view.scale_now
    there = view.mapToScene(at)
    _turn_wheel(view, QPoint(0, 1), Qt.KeyboardModifier.ControlModifier)
    assert view.scale_now > before
    moved = view.mapFromScene(there) - at
    assert moved.manhattanLength() <= 2


def test_the_wheel_scrolls(view: ZoomView) -> None:
    before = _seen(view)
    _turn_wheel(view, QPoint(0, -1), Qt.KeyboardModifier.NoModifier)
    assert _seen(view).y() > before.y()
    _turn_wheel(view, QPoint(0, -1), Qt.KeyboardModifier.ShiftModifier)
    assert _seen(view).x() > before.x()


def test_zooming_ends_at_its_bounds(view: ZoomView) -> None:
    for _ in range(60):
        view.zoom_in()
    assert view.scale_now == 4.0
    for _ in range(60):
        view.zoom_out()
    assert view.scale_now == pytest.approx(0.005)


def test_the_ground_is_dragged(view: ZoomView) -> None:
    before = _seen(view)
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.mouseMove(port, QPoint(340, 220))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(340, 220))
    assert _seen(view).x() < before.x()
    assert _seen(view).y() < before.y()


def test_what_is_out_of_sight_can_be_revealed(view: ZoomView) -> None:
    for _ in range(6):
        view.zoom_in()
    target = QRectF(1100, 500, 50, 50)
    assert not _seen(view).contains(target)
    view.reveal(target)
    assert _seen(view).contains(target)
