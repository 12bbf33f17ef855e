"""The graph as a user has it who looks for something in it, sees it from afar, and takes it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.deeds.of_picture import EXPORT, FIND, MINIMAP
from flowdesk.gui.export.dialog import ExportDialog
from flowdesk.plan.states import RunState
from tests.journeys.test_window import LONG, press, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

MAPPED = """
[pipeline]
name = "mapped"

[tasks.each]
bash = "echo part $part; [ $part != 2 ]"
expand.part = [1, 2, 3]
"""


def opened(open_window: Open, file: Path, qtbot: QtBot) -> MainWindow:
    window = open_window(file)
    qtbot.waitUntil(lambda: bool(window.shown.stage.graph.graph.tasks), timeout=LONG)
    return window


def key(widget: QWidget, name: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(widget, name, held)


def test_a_task_is_found_by_what_it_pushes_and_its_log_is_read(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    window = opened(open_window, train, qtbot)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS)
    stage = window.shown.stage
    stage.graph.setFocus()
    key(stage.graph, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert stage.search.isVisible()
    QTest.keyClicks(stage.search.field, "key:accuracy state:success")
    assert stage.search.answer.text() == "3 hits"
    key(stage.search.field, Qt.Key.Key_Return)
    key(stage.search.field, Qt.Key.Key_Return)
    assert window.session.task == "models.b"
    key(stage.search.field, Qt.Key.Key_Escape)
    assert not stage.search.isVisible()
    qtbot.waitUntil(lambda: "training b" in window.shown.log.text.text(), timeout=LONG)


def test_what_is_looked_for_is_unfolded(open_window: Open, train: Path, qtbot: QtBot) -> None:
    window = opened(open_window, train, qtbot)
    graph = window.shown.stage.graph
    graph.picture.fold({"models"})
    FIND.do(window.shown)
    QTest.keyClicks(window.shown.stage.search.field, "models.a")
    key(window.shown.stage.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: graph.graph.selected == "models.a")


def test_the_overview_appears_when_the_graph_is_larger_and_can_be_turned_off(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    window = opened(open_window, train, qtbot)
    stage = window.shown.stage
    assert stage.minimap.isHidden()
    stage.graph.zoom(4.0, QPointF(10, 10))
    assert stage.minimap.isVisible()
    MINIMAP.do(window.shown)
    assert stage.minimap.isHidden()
    assert window.settings.value("view/minimap", type=bool) is False


def test_the_graph_is_exported_as_it_is_shown(
    open_window: Open, train: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(open_window, train, qtbot)
    EXPORT.do(window.shown)
    (dialog,) = window.findChildren(ExportDialog)
    dialog.save(tmp_path / "graph.svg")
    assert "choose" in (tmp_path / "graph.svg").read_text("utf-8")
    assert "graph.svg" in window.shown.status.currentMessage()


def test_a_cell_of_a_mapped_task_brings_its_own_log(open_window: Open, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "mapped.toml"
    file.write_text(MAPPED, "utf-8")
    window = opened(open_window, file, qtbot)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.FAILED)
    graph = window.shown.stage.graph
    item = graph.graph.tasks["each"]
    strip = item.strip
    assert strip is not None
    qtbot.waitUntil(lambda: len(strip.cells) == 3)
    at = graph.mapFromScene(item.mapToScene(strip.boxes[2].center()))
    QTest.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: "part 3" in window.shown.log.text.text(), timeout=LONG)
    assert window.session.task == "each"
