"""A file with problems in the window: listed, underlined, badged, gone to, and gone when it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

    Open = Callable[[Path], MainWindow]

LONG = 30_000  # milliseconds; a whole run, on a busy machine


def is_in_front(panel: QWidget) -> bool:
    return not panel.visibleRegion().isEmpty()


def edit(path: Path, old: str, new: str) -> None:
    """Save an edit as editors do: a new file over the old one."""
    other = path.with_suffix(".new")
    other.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    other.replace(path)


def has_errors(window: MainWindow) -> bool:
    return window.session.file.errors > 0


@pytest.fixture
def good(open_window: Open, train: Path, qtbot: QtBot) -> MainWindow:
    """A window on a pipeline without problems."""
    window = open_window(train)
    qtbot.waitUntil(lambda: window.session.file.look is not None)
    return window


@pytest.fixture
def broken(good: MainWindow, train: Path, qtbot: QtBot) -> MainWindow:
    """A window on a pipeline whose last save misspelt the key that "choose" pulls."""
    edit(train, 'key = "accuracy"', 'key = "acuracy"')
    qtbot.waitUntil(lambda: has_errors(good), timeout=LONG)
    return good


def test_a_broken_save_is_listed_underlined_and_badged_and_the_graph_stays(broken: MainWindow) -> None:
    graph = broken.shown.stage.graph.graph
    assert set(graph.tasks) == {"download", "models.a", "models.b", "choose"}
    assert graph.is_stale
    assert "choose" in graph.badges
    assert broken.shown.stage.stale.isVisible()
    assert "error; this is the last good graph" in broken.shown.stage.stale.text.text()
    assert is_in_front(broken.shown.problems)
    assert broken.shown.problems_dock.windowTitle() == f"Problems ({len(broken.session.problems)})"
    assert broken.shown.status.problems.isVisible()
    marks = broken.shown.source.text.extraSelections()
    assert '"acuracy"' in [mark.cursor.selectedText() for mark in marks]
    assert not broken.actions_of_run[0].isEnabled()


def test_a_mended_file_leaves_no_trace_of_its_problems(broken: MainWindow, train: Path, qtbot: QtBot) -> None:
    edit(train, "acuracy", "accuracy")
    qtbot.waitUntil(lambda: not has_errors(broken), timeout=LONG)
    graph = broken.shown.stage.graph.graph
    assert (graph.is_stale, graph.badges) == (False, {})
    assert not broken.shown.stage.stale.isVisible()
    assert not broken.shown.problems.model.rows
    assert not broken.shown.source.text.extraSelections()
    assert broken.shown.problems_dock.windowTitle() == "Problems"
    qtbot.waitUntil(lambda: is_in_front(broken.shown.xcoms))
    assert broken.actions_of_run[0].isEnabled()


def test_a_click_on_a_problem_puts_the_caret_at_its_place_and_selects_its_task(
    broken: MainWindow, qtbot: QtBot
) -> None:
    assert not is_in_front(broken.shown.source)
    problem = broken.shown.problems.model.rows[0].problem
    table = broken.shown.problems.table
    at = table.visualRect(table.sorted.index(0, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    cursor = broken.shown.source.text.textCursor()
    assert (cursor.blockNumber() + 1, cursor.positionInBlock() + 1) == (
        problem.place.line,
        problem.place.column,
    )
    qtbot.waitUntil(lambda: is_in_front(broken.shown.source))
    assert broken.shown.stage.graph.graph.selected == "choose"
    assert table.hasFocus()


def test_a_click_on_a_badge_goes_to_the_problem(broken: MainWindow, qtbot: QtBot) -> None:
    graph = broken.shown.stage.graph
    at = graph.mapFromScene(graph.graph.badges["choose"].sceneBoundingRect().center())
    QTest.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: is_in_front(broken.shown.source))
    line = broken.shown.source.text.textCursor().blockNumber() + 1
    assert line in [problem.place.line for problem in broken.session.problems]


def test_the_caret_selects_the_task_and_the_task_its_lines(good: MainWindow, train: Path) -> None:
    lines = train.read_text().split("\n")
    a, choose = lines.index('[tasks."models.a"]') + 1, lines.index("[tasks.choose]") + 1
    good.shown.docks.bring(good.shown.source_dock)
    good.shown.source.text.setFocus()
    good.shown.source.text.go_to_line(a + 1)
    assert good.shown.stage.graph.graph.selected == "models.a"
    assert good.shown.source.text.textCursor().blockNumber() + 1 == a + 1
    good.shown.stage.graph.setFocus()
    good.shown.stage.graph.select_task("choose")
    assert good.shown.source.text.band == range(choose, choose + 3)
    assert good.shown.source.text.textCursor().blockNumber() + 1 == choose
    assert good.shown.stage.graph.hasFocus()
    assert good.session.task == "choose"


def test_a_file_broken_from_the_start_opens_with_its_list_its_source_and_what_can_be_drawn(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    edit(train, 'after = ["download"]', 'after = ["donwload"]')
    window = open_window(train)
    qtbot.waitUntil(lambda: is_in_front(window.shown.problems) and is_in_front(window.shown.source))
    assert set(window.shown.stage.graph.graph.tasks) >= {"models.a", "choose"}
    assert not window.shown.stage.graph.graph.is_stale
    assert {"models.a", "models.b"} <= set(window.shown.stage.graph.graph.badges)
    assert "what of it can be drawn" in window.shown.stage.stale.text.text()


def test_a_file_that_is_no_toml_opens_with_its_list_and_its_source(
    open_window: Open, train: Path, qtbot: QtBot
) -> None:
    train.write_text('[tasks.a\nbash = "true"\n')
    window = open_window(train)
    qtbot.waitUntil(lambda: is_in_front(window.shown.problems) and is_in_front(window.shown.source))
    assert window.shown.source.text.toPlainText() == train.read_text()
    assert [problem.place.line for problem in window.shown.source.text.problems] == [1]


def test_a_function_that_is_renamed_in_python_is_a_problem_at_once(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "p.toml"
    path.write_text('[tasks.a]\npython = "work:go"\n')
    module = tmp_path / "work.py"
    module.write_text("def go(): ...\n")
    window = open_window(path)
    qtbot.waitUntil(lambda: window.session.file.look is not None)
    assert not has_errors(window)
    edit(module, "go", "went")
    qtbot.waitUntil(lambda: "a" in window.shown.stage.graph.graph.badges, timeout=LONG)


def test_a_broken_save_after_a_run_shows_the_file_and_the_run_stays_a_click_away(
    good: MainWindow, train: Path, qtbot: QtBot
) -> None:
    good.session.start_run()
    qtbot.waitUntil(lambda: good.session.view.run_state is RunState.SUCCESS, timeout=LONG)
    edit(train, 'key = "accuracy"', 'key = "acuracy"')
    qtbot.waitUntil(lambda: good.shown.stage.graph.graph.is_stale, timeout=LONG)
    assert good.session.run is None
    good.session.show_run(good.session.runs[0].id)
    qtbot.waitUntil(lambda: good.session.run is not None)
    graph = good.shown.stage.graph.graph
    assert (graph.is_stale, graph.badges) == (False, {})
    assert "not the file as it is now, which has 1 error" in good.shown.stage.banner.text.text()
