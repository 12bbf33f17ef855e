from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.description import description_of
from flowdesk.gui.canvas.graph_scene import GraphScene
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.canvas.graph_view import GraphView


def test_the_selected_task_is_told_with_its_state(qapp: QApplication) -> None:
    plan = training_plan()
    scene = GraphScene(plan, qapp)
    assert description_of(scene) == "4 tasks"
    scene.show_run(run_of(plan, {"get": "failed"}))
    scene.tasks["get"].setSelected(True)
    assert description_of(scene) == "task get, Failed; 4 tasks"


def test_a_folded_group_is_told_with_what_is_in_it(training: GraphView) -> None:
    training.picture.toggle("train")
    training.choose("train")
    assert description_of(training.graph) == "folded group train, 2 tasks; 2 tasks"
