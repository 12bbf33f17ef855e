from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.canvas.graph_view import GraphView


def _corners(view: GraphView) -> dict[str, QPointF]:
    return {name: item.pos() for name, item in view.graph.drawing.nodes.items()}


def _final(view: GraphView) -> dict[str, QPointF]:
    return {name: QPointF(place.x, place.y) for name, place in view.graph.places.items()}


def test_things_glide_to_their_new_places(canvas: GraphView, qtbot: QtBot) -> None:
    canvas.set_animated(is_animated=True)
    canvas.show_plan(training_plan())
    assert _corners(canvas) == _final(canvas)
    canvas.picture.toggle("train")
    assert canvas._placing.motion.is_moving
    assert _corners(canvas) != _final(canvas)
    qtbot.waitUntil(lambda: not canvas._placing.motion.is_moving)
    assert _corners(canvas) == _final(canvas)


def test_what_comes_out_of_a_folded_group_has_its_size_in_the_end(canvas: GraphView, qtbot: QtBot) -> None:
    canvas.set_animated(is_animated=True)
    canvas.show_plan(training_plan())
    canvas.picture.toggle("train")
    canvas.picture.toggle("train")
    assert canvas.graph.tasks["train.a"].scale() < 1
    qtbot.waitUntil(lambda: not canvas._placing.motion.is_moving)
    assert canvas.graph.tasks["train.a"].scale() == 1
    assert _corners(canvas) == _final(canvas)


def test_nothing_moves_where_nobody_wants_it(canvas: GraphView) -> None:
    canvas.set_animated(is_animated=False)
    canvas.show_plan(training_plan())
    canvas.picture.toggle("train")
    assert _corners(canvas) == _final(canvas)


def test_another_plan_ends_a_motion(canvas: GraphView) -> None:
    canvas.set_animated(is_animated=True)
    canvas.show_plan(training_plan())
    canvas.picture.toggle("train")
    canvas.show_plan(training_plan())
    assert not canvas._placing.motion.is_moving
