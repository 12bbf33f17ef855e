from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.canvas.description import description_of
from flowdesk.gui.canvas.graph_scene import GraphScene
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_the_selected_task_is_told_with_its_state(qapp: QApplication) -> None:
    plan = training_plan()
    scene = GraphScene(plan, qapp)
    assert description_of(scene) == "4 tasks"
    scene.show_run(run_of(plan, {"get": "failed"}))
    scene.tasks["get"].setSelected(True)
    assert description_of(scene) == "task get, Failed; 4 tasks"
