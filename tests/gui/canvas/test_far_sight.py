from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.gui.canvas.search_bar import SearchBar
from flowdesk.gui.theme import LIGHT, Scheme, apply_theme
from flowdesk.plan.plan import Kind, Plan, Task
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.canvas.graph_view import GraphView


@pytest.fixture
def far(canvas: GraphView) -> GraphView:
    """Four hundred tasks, all in sight."""
    tasks = [Task(f"t{number}", Kind.BASH, ("true",)) for number in range(400)]
    canvas.show_plan(Plan("many", {task.id: task for task in tasks}))
    canvas.fit()
    assert canvas._far.is_far
    return canvas


def _colour_at(view: GraphView, task: str) -> str:
    card = view.mapFromScene(view.graph.tasks[task].sceneBoundingRect()).boundingRect()
    return view.grab().toImage().pixelColor(card.left() + 3, card.center().y()).name()


def test_a_few_tasks_are_never_painted_all_at_once(canvas: GraphView) -> None:
    canvas.show_plan(training_plan())
    canvas.zoom_to(0.05)
    assert not canvas._far.is_far


def test_from_near_every_card_paints_itself(far: GraphView) -> None:
    far.zoom_to(1.0)
    assert not far._far.is_far


def test_a_state_that_changes_is_seen_from_afar(far: GraphView) -> None:
    plan = far.graph.plan
    assert plan is not None
    before = _colour_at(far, "t7")
    far.show_run(run_of(plan, {"t7": "failed", "t8": "success"}))
    assert len({before, _colour_at(far, "t7"), _colour_at(far, "t8")}) == 3


def test_what_is_dimmed_is_dimmed_from_afar(far: GraphView) -> None:
    before = _colour_at(far, "t7")
    far.light_up({"t8"})
    assert _colour_at(far, "t7") != before
    far.light_up(())
    assert _colour_at(far, "t7") == before


def test_what_is_seen_from_afar_can_be_chosen_and_has_a_ring(far: GraphView) -> None:
    at = far.mapFromScene(far.graph.tasks["t20"].sceneBoundingRect().center())
    QTest.mouseClick(far.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert far.graph.selected == "t20"
    image = far.grab().toImage()
    near = {image.pixelColor(at.x() + x, at.y() + y).name() for x in range(-20, 20) for y in range(-10, 10)}
    assert LIGHT.accent in near


def test_what_is_looked_for_has_a_ring_that_can_be_seen_however_small_it_is(far: GraphView) -> None:
    far.zoom_to(0.02)
    bar = SearchBar(far)
    bar.field.setText("t20")
    bar.hide()
    at = far.mapFromScene(far.graph.tasks["t20"].sceneBoundingRect().center())
    image = far.grab().toImage()
    near = {image.pixelColor(at.x() + x, at.y() + y).name() for x in range(-6, 7) for y in range(-4, 5)}
    assert LIGHT.retry in near


def test_what_has_changed_since_is_painted_as_if_all_were(far: GraphView) -> None:
    plan = far.graph.plan
    assert plan is not None
    far.show_run(run_of(plan, {"t8": "success"}))
    far.grab()
    run = run_of(plan, {"t8": "success", "t7": "failed", "t9": "running"})
    far.graph._standings.view = run
    far.refresh_tasks(["t7", "t9"])
    changed = far.viewport().grab().toImage()
    far.show_run(run)
    assert changed == far.viewport().grab().toImage()


@pytest.mark.parametrize(("across", "down"), [(31, 0), (-31, 17), (0, -17)])
def test_a_view_that_is_moved_shows_what_it_would_show_if_all_were_painted(
    far: GraphView, across: int, down: int
) -> None:
    far.grab()
    far.pan(across, down)
    moved = far.viewport().grab().toImage()
    far._far.watch(far.graph)
    assert moved == far.viewport().grab().toImage()


def test_the_picture_from_afar_takes_the_colours_of_another_theme(far: GraphView, qapp: QApplication) -> None:
    before = _colour_at(far, "t7")
    apply_theme(qapp, Scheme.DARK)
    after = _colour_at(far, "t7")
    apply_theme(qapp, Scheme.LIGHT)
    assert after != before
    assert _colour_at(far, "t7") == before
