"""The graph as a user looks at it: groups folded, a part alone, walked along, turned, hovered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowdesk.gui.deeds.of_graph import DOWNWARDS, FOCUS, FOLD_1, FOLD_ALL, SHOW_ALL, UNFOLD_ALL
from flowdesk.plan.states import RunState
from tests.journeys.test_window import press, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.actions import Deed
    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage

    Open = Callable[[Path], MainWindow]

SHOP = """
[pipeline]
name = "shop"

[tasks.fetch]
bash = "true"

[tasks."models.small"]
bash = "true"
after = ["fetch"]

[tasks."models.deep.first"]
bash = "true"
after = ["fetch"]

[tasks."models.deep.second"]
bash = "false"
after = ["models.deep.first"]

[tasks.report]
bash = "true"
after = ["models"]
trigger_rule = "all_done"
"""


def _shop(folder: Path) -> Path:
    path = folder / "shop.toml"
    path.write_text(SHOP)
    return path


def _action(window: MainWindow, deed: Deed[PipelinePage]) -> QAction:
    action = window.menu_actions.of(deed)
    action.refresh()
    return action


def _choose(window: MainWindow, deed: Deed[PipelinePage]) -> None:
    """Choose an entry of the menus, which must be there to be chosen."""
    action = _action(window, deed)
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def _graph(window: MainWindow) -> GraphView:
    graph = window.shown.stage.graph
    graph.setFocus()
    return graph


def _settled(graph: GraphView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not graph._placing.motion.is_moving)


def _header(graph: GraphView, group: str) -> QPoint:
    item = graph.graph.groups[group]
    return graph.mapFromScene(item.mapToScene(item.fold_button.center()))


def _middle(graph: GraphView, name: str) -> QPoint:
    item = graph.graph.node(name)
    assert item is not None
    return graph.mapFromScene(item.sceneBoundingRect().center())


def test_a_group_is_folded_by_its_button_and_unfolded_by_a_double_click(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    graph = _graph(open_window(_shop(tmp_path)))
    QTest.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=_header(graph, "models"))
    _settled(graph, qtbot)
    assert set(graph.graph.folded) == {"models"}
    assert set(graph.graph.tasks) == {"fetch", "report"}
    QTest.mouseDClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=_middle(graph, "models"))
    _settled(graph, qtbot)
    assert "models.deep.first" in graph.graph.tasks


def test_all_groups_are_folded_unfolded_and_unfolded_to_a_depth_from_the_menu(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(_shop(tmp_path))
    graph = _graph(window)
    assert "No group is folded" in _action(window, UNFOLD_ALL).toolTip()
    _choose(window, FOLD_ALL)
    assert set(graph.graph.folded) == {"models"}
    _choose(window, FOLD_1)
    assert set(graph.graph.folded) == {"models.deep"}
    assert "models.small" in graph.graph.tasks
    _choose(window, UNFOLD_ALL)
    assert not graph.graph.folded


def test_what_fails_in_a_folded_group_is_seen_on_its_box(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(_shop(tmp_path))
    _choose(window, FOLD_ALL)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.FAILED)
    box = _graph(window).graph.folded["models"]
    assert {str(state): count for state, count in (box.counts or {}).items()} == {"success": 2, "failed": 1}
    assert window.session.task == "models.deep.second"
    assert window.shown.stage.graph.graph.chosen == "models"
    window.shown.stage.graph.reveal_task("models.deep.second")
    assert window.shown.stage.graph.graph.selected == "models.deep.second"


def test_the_graph_is_walked_onto_folded_groups_and_into_them_by_keys(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(_shop(tmp_path))
    graph = _graph(window)
    _choose(window, FOLD_ALL)
    _settled(graph, qtbot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(graph, key)
    assert graph.graph.chosen == "models"
    QTest.keyClick(graph, Qt.Key.Key_Return)
    _settled(graph, qtbot)
    assert "models.small" in graph.graph.tasks


def test_a_neighbourhood_is_shown_alone_and_escape_shows_all(open_window: Open, tmp_path: Path) -> None:
    window = open_window(_shop(tmp_path))
    graph = _graph(window)
    assert "Nothing is selected" in _action(window, FOCUS).toolTip()
    graph.select_task("models.deep.second")
    _choose(window, FOCUS)
    assert set(graph.graph.tasks) == {"models.deep.first", "models.deep.second", "report"}
    assert "Escape shows all" in window.shown.stage.focus.text.text()
    QTest.keyClick(graph, Qt.Key.Key_Escape)
    assert "fetch" in graph.graph.tasks
    assert not _action(window, SHOW_ALL).isEnabled()


def test_the_flow_is_turned_and_the_next_window_keeps_it(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _shop(tmp_path)
    window = open_window(path)
    _choose(window, DOWNWARDS)
    graph = _graph(window)
    _settled(graph, qtbot)
    assert graph.graph.places["fetch"].bottom < graph.graph.places["report"].y
    graph.select_task("fetch")
    QTest.keyClick(graph, Qt.Key.Key_Down)
    assert graph.graph.chosen != "fetch"
    other = _graph(open_window(path))
    assert other.graph.places["fetch"].bottom < other.graph.places["report"].y


def test_what_comes_before_and_after_is_brought_out_under_the_mouse(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    graph = _graph(open_window(_shop(tmp_path)))
    port, none = graph.viewport(), Qt.MouseButton.NoButton
    at = QPointF(_middle(graph, "models.deep.second"))
    kind = QEvent.Type.MouseMove
    move = QMouseEvent(kind, at, port.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, move)
    qtbot.waitUntil(lambda: graph.graph.tasks["models.small"].opacity() < 1)
    assert graph.graph.tasks["fetch"].opacity() == 1


def test_a_run_of_a_part_is_shown_in_the_whole_pipeline(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(_shop(tmp_path))
    window.session.start_run(["--until=models.small"])
    wait_for(window, qtbot, RunState.SUCCESS)
    graph = _graph(window)
    qtbot.waitUntil(lambda: "report" in graph.graph.tasks)
    assert graph.graph.tasks["report"].opacity() < 1
    assert graph.graph.tasks["fetch"].footer.startswith("Success")
    assert window.shown.stage.part.text.text().startswith("Run #1 was asked for 2 tasks of 5")
    assert window.shown.stage.banner.isHidden()
    graph.choose("report")
    assert (graph.graph.selected, window.session.task) == ("report", "")
