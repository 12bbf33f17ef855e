from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowdesk.gui.canvas.hint import CanvasHint
from flowdesk.gui.theme import DARK, LIGHT, Scheme, apply_theme
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Edge, Expand, Kind, Plan, Task
from flowdesk.plan.run_view import RunView
from tests.gui.canvas.shown import run_of, training_plan

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.canvas.graph_view import GraphView


def _middle(view: GraphView, task: str) -> QPoint:
    return view.mapFromScene(view.graph.tasks[task].sceneBoundingRect().center())


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def _picture(view: GraphView, task: str) -> QImage:
    card = view.graph.tasks[task].sceneBoundingRect()
    return view.grab(view.mapFromScene(card).boundingRect()).toImage()


def test_without_a_plan_the_canvas_says_what_to_do(canvas: GraphView) -> None:
    hint = canvas.findChild(CanvasHint)
    assert isinstance(hint, CanvasHint)
    assert hint.isVisible()
    canvas.show_plan(training_plan())
    assert not hint.isVisible()


def test_a_plan_without_tasks_says_so(canvas: GraphView) -> None:
    canvas.show_plan(Plan("empty", {}))
    hint = canvas.findChild(CanvasHint)
    assert isinstance(hint, CanvasHint)
    assert hint.isVisible()


def test_all_of_a_new_plan_is_in_sight(training: GraphView) -> None:
    seen = training.mapToScene(training.viewport().rect()).boundingRect()
    assert seen.contains(training.graph.bounds)


def test_a_click_on_a_task_selects_it(training: GraphView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(training.task_selected) as told:
        QTest.mouseClick(training.viewport(), Qt.MouseButton.LeftButton, pos=_middle(training, "train.b"))
    assert told.args == ["train.b"]


def test_a_click_on_the_ground_lets_go(training: GraphView, qtbot: QtBot) -> None:
    training.select_task("get")
    with qtbot.waitSignal(training.task_selected) as told:
        QTest.mouseClick(training.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert told.args == [""]


def test_a_drag_keeps_the_selection(training: GraphView) -> None:
    training.select_task("get")
    port = training.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(port, QPoint(60, 60))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert training.graph.selected == "get"


def test_a_click_on_a_value_selects_the_task_that_pushes_it(training: GraphView) -> None:
    pill = training.graph.pills["train.b", "accuracy"][0]
    at = training.mapFromScene(pill.scenePos())
    QTest.mouseClick(training.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert training.graph.selected == "train.b"


def test_a_double_click_activates(training: GraphView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(training.task_activated) as told:
        QTest.mouseDClick(training.viewport(), Qt.MouseButton.LeftButton, pos=_middle(training, "get"))
    assert told.args == ["get"]


def test_selecting_tells_once(training: GraphView) -> None:
    told: list[str] = []
    training.task_selected.connect(told.append)
    training.select_task("get")
    training.select_task("get")
    training.select_task("unknown")
    assert [task for task in told if task] == ["get"]
    assert training.graph.selected == ""


def test_the_arrows_walk_along_the_edges(training: GraphView) -> None:
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(training, key)
        walked.append(training.graph.selected)
    assert walked == ["get", "train.a", "train.b", "choose", "train.a"]


def test_enter_activates_and_escape_lets_go(training: GraphView, qtbot: QtBot) -> None:
    training.select_task("choose")
    with qtbot.waitSignal(training.task_activated) as told:
        QTest.keyClick(training, Qt.Key.Key_Return)
    assert told.args == ["choose"]
    QTest.keyClick(training, Qt.Key.Key_Escape)
    assert training.graph.selected == ""


def test_home_fits(training: GraphView) -> None:
    fitted = training.scale_now
    QTest.keyClick(training, Qt.Key.Key_Plus)
    assert training.scale_now > fitted
    QTest.keyClick(training, Qt.Key.Key_Home)
    assert training.scale_now == fitted


def test_a_state_that_changes_is_painted(training: GraphView) -> None:
    plan = training_plan()
    training.show_run(run_of(plan, {}))
    assert LIGHT.failed not in _colours(_picture(training, "get"))
    training.show_run(run_of(plan, {"get": "failed"}))
    assert LIGHT.failed in _colours(_picture(training, "get"))


@pytest.mark.parametrize("scale", [0.1, 1.0, 3.0])
def test_it_can_be_drawn_at_any_scale(training: GraphView, scale: float) -> None:
    training.show_run(run_of(training_plan(), {"get": "success"}, {("train.a", "accuracy"): "0.8"}))
    training.scale(scale, scale)
    assert not training.grab().isNull()


def test_another_theme_is_painted_at_once(qapp: QApplication, training: GraphView) -> None:
    apply_theme(qapp, Scheme.DARK)
    try:
        image = training.grab().toImage()
        assert image.pixelColor(1, 1) == QColor(DARK.canvas)
        assert LIGHT.surface not in _colours(_picture(training, "get"))
    finally:
        apply_theme(qapp, Scheme.LIGHT)


def test_an_earlier_plan_leaves_nothing_behind(training: GraphView, qapp: QApplication) -> None:
    training.select_task("get")
    told: list[str] = []
    training.task_selected.connect(told.append)
    training.show_plan(Plan("other", {"one": Task("one", Kind.JOINT)}))
    assert told == [""]
    qapp.processEvents()
    apply_theme(qapp, Scheme.LIGHT)
    assert set(training.graph.tasks) == {"one"}


def test_a_screen_reader_is_told_what_is_selected(training: GraphView) -> None:
    assert training.accessibleDescription() == "4 tasks"
    training.show_run(run_of(training_plan(), {"get": "failed"}))
    training.select_task("get")
    assert training.accessibleDescription() == "task get, Failed; 4 tasks"


def test_nothing_ticks_while_the_canvas_is_hidden(training: GraphView) -> None:
    training.show_run(run_of(training_plan(), {"get": "running"}))
    ticking = []
    for is_shown in (True, False, True):
        training.setVisible(is_shown)
        ticking.append(training.graph.pulse.is_ticking)
    assert ticking == [True, False, True]


def test_long_ids_and_korean_labels_are_drawn(canvas: GraphView) -> None:
    names = ["g" * 900, "아주_긴_이름_" * 40]
    canvas.show_plan(Plan("p", {name: Task(name, Kind.BASH, ("첫째 줄\n둘째",)) for name in names}))
    assert not canvas.grab().isNull()
    assert all(item.card.width() < 300 for item in canvas.graph.tasks.values())


def _chain(length: int) -> Plan:
    names = [f"t{number:03}" for number in range(length)]
    tasks = [
        Task(name, Kind.JOINT, (), (before,) if before else ())
        for name, before in zip(names, ["", *names], strict=False)
    ]
    edges = tuple(Edge(one, other) for one, other in pairwise(names))
    return Plan("chain", {task.id: task for task in tasks}, edges=edges)


def _is_in_sight(canvas: GraphView, task: str) -> bool:
    return canvas.graph.tasks[task] in canvas.in_sight()


def test_a_long_pipeline_is_read_from_its_first_task_on(canvas: GraphView) -> None:
    canvas.show_plan(_chain(60))
    assert _is_in_sight(canvas, "t000")
    assert not _is_in_sight(canvas, "t059")
    canvas.fit()
    assert _is_in_sight(canvas, "t059")


def test_what_runs_is_brought_into_sight(canvas: GraphView) -> None:
    plan = _chain(60)
    canvas.show_plan(plan)
    canvas.show_run(run_of(plan, {"t040": "running"}))
    assert _is_in_sight(canvas, "t040")
    assert canvas.scale_now == 0.8


def test_whoever_has_moved_or_selected_is_not_carried_away(canvas: GraphView) -> None:
    plan = _chain(60)
    canvas.show_plan(plan)
    canvas.select_task("t001")
    canvas.show_run(run_of(plan, {"t040": "running"}))
    assert not _is_in_sight(canvas, "t040")
    canvas.select_task("")
    canvas.zoom_in()
    canvas.refresh_tasks({"t040"})
    assert not _is_in_sight(canvas, "t040")


def test_the_selected_task_stays_in_sight_when_the_window_shrinks(canvas: GraphView) -> None:
    canvas.show_plan(_chain(6))
    canvas.select_task("t005")
    assert _is_in_sight(canvas, "t000")
    canvas.resize(400, 300)
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    assert seen.contains(canvas.graph.tasks["t005"].sceneBoundingRect())


def _ask_for_menu(view: GraphView, at: QPoint, reason: QContextMenuEvent.Reason) -> None:
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))


def test_a_menu_is_asked_for_by_mouse_on_a_task_and_by_key_on_the_selected_one(
    canvas: GraphView, qtbot: QtBot
) -> None:
    mouse, key = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    canvas.show_plan(training_plan())
    canvas.fit()
    with qtbot.waitSignal(canvas.menu_asked) as asked:
        _ask_for_menu(canvas, _middle(canvas, "choose"), mouse)
    assert asked.args[0] == "choose"
    assert canvas.graph.selected == "choose"
    with qtbot.assertNotEmitted(canvas.menu_asked):
        _ask_for_menu(canvas, QPoint(2, 2), mouse)
    with qtbot.waitSignal(canvas.menu_asked) as asked:
        _ask_for_menu(canvas, QPoint(2, 2), key)
    assert asked.args[0] == "choose"


def test_the_card_of_a_mapped_task_counts_and_looks_like_a_pile(canvas: GraphView) -> None:
    task = Task("fit", Kind.BASH, ("true",), expand=(Expand("n", items="[1, 2]"),))
    plan = Plan("mapped", {"fit": task})
    run = RunView(plan, "r")
    run.apply(
        [
            Event(1, "r", 1.0, EventKind.RUN_STARTED),
            Event(2, "r", 1.0, EventKind.TASK_EXPANDED, "fit", data={"count": 2}),
            Event(3, "r", 1.0, EventKind.TRY_STARTED, "fit", 1, {"pid": 1}, 1),
            Event(4, "r", 2.0, EventKind.TRY_FINISHED, "fit", 1, {"task_state": "failed", "reason": "oh"}, 1),
        ]
    )
    canvas.show_plan(plan)
    canvas.show_run(run)
    card = canvas.graph.tasks["fit"]
    assert card.footer == "1 of 2 · 1 failed"
    assert "fit[1]: oh" in card.told
    assert LIGHT.failed in _colours(_picture(canvas, "fit"))
