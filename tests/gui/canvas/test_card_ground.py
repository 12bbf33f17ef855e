from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from flowdesk.gui.canvas.card_ground import CardGround
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

CARD = QRectF(0, 0, 184, 76)


def picture_of(ground: CardGround, state: TaskState | None, *, is_far: bool = False) -> QImage:
    """The card in a picture that begins 10 pixels left of it and above."""
    image = QImage(220, 110, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(10, 10)
    look = None if state is None else look_of(state)
    ground.paint(painter, state, look, is_hovered=False, is_far=is_far)
    painter.end()
    return image


@pytest.mark.parametrize("is_pile", [False, True])
def test_nothing_is_painted_outside_of_its_room(ink: Ink, *, is_pile: bool) -> None:
    ground = CardGround(CARD, ink, is_pile=is_pile)
    image = picture_of(ground, TaskState.FAILED)
    room = ground.room.translated(10, 10)
    outside = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if not room.contains(x + 0.5, y + 0.5) and image.pixelColor(x, y).alpha()
    ]
    assert outside == []


def test_a_pile_peeks_out_behind(ink: Ink) -> None:
    corner = (10 + 184 + 1, 10 + 76 // 2)
    assert picture_of(CardGround(CARD, ink, is_pile=True), None).pixelColor(*corner).alpha() > 0
    assert picture_of(CardGround(CARD, ink, is_pile=False), None).pixelColor(*corner).alpha() == 0


@pytest.mark.parametrize(("state", "has_stripe"), [(TaskState.SUCCESS, True), (TaskState.WAITING, False)])
def test_what_has_begun_has_a_stripe_in_its_colour(ink: Ink, state: TaskState, *, has_stripe: bool) -> None:
    image = picture_of(CardGround(CARD, ink, is_pile=False), state)
    assert (image.pixelColor(12, 48) == ink.colour(look_of(state).role)) is has_stripe


def test_from_afar_all_of_it_is_tinted(ink: Ink) -> None:
    ground = CardGround(CARD, ink, is_pile=False)
    near, far = (picture_of(ground, TaskState.SUCCESS, is_far=is_far) for is_far in (False, True))
    assert near.pixelColor(100, 48) == ink.colour("surface")
    assert far.pixelColor(100, 48) != ink.colour("surface")
