from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from flowdesk.gui.canvas.kept_look import ANIMATIONS, DIRECTION, look_as_kept, look_changes
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.canvas.graph_view import GraphView


def test_a_graph_looks_as_it_did_last(canvas: GraphView, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(DIRECTION, "TB")
    settings.setValue(ANIMATIONS, "false")
    look_as_kept(canvas, settings)
    canvas.show_plan(training_plan())
    places = canvas.graph.places
    assert places["get"].bottom < places["choose"].y
    canvas.picture.toggle("train")
    assert not canvas._placing.motion.is_moving


def test_what_nobody_could_have_chosen_is_passed_over(canvas: GraphView, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(DIRECTION, "sideways")
    look_as_kept(canvas, settings)
    assert canvas.picture.direction == "LR"


def test_what_is_chosen_on_one_graph_holds_for_all(canvas: GraphView, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    look_as_kept(canvas, settings)
    settings.setValue(DIRECTION, "TB")
    look_changes().look_changed.emit()
    assert canvas.picture.direction == "TB"
