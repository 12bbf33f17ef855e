"""Changing what a run has: values are edited and restored, groups run, and nothing is lost unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QMessageBox

from flowdesk.cli.border import main
from flowdesk.gui.deeds import of_value
from flowdesk.gui.deeds.of_group import PickedGroup
from flowdesk.gui.deeds.of_value import PickedValue
from flowdesk.gui.dialogs.edit_dialog import EditDialog
from flowdesk.gui.dialogs.sure import Sure
from flowdesk.gui.dialogs.values_dialog import ValuesDialog
from flowdesk.gui.task_menu import GroupMenu, ValueMenu
from flowdesk.plan.states import RunState, TaskState
from tests.journeys.test_window import LONG, click, press, table_of, wait_for
from tests.journeys.test_window_control import WITH_PARAMS, dialog_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.actions import Action
    from flowdesk.gui.main_window import MainWindow
    from flowdesk.store.rows import ValueRow

    Open = Callable[[Path], MainWindow]


@pytest.fixture
def ran(open_window: Open, train: Path, qtbot: QtBot) -> MainWindow:
    """A window on a run that ended well, which says what it lights up."""
    window = open_window(train)
    press(window, qtbot, "Run")
    wait_for(window, qtbot, RunState.SUCCESS)
    return window


def noted(window: MainWindow) -> list[list[str]]:
    """What the graph is told to light up from now on, in order."""
    told: list[list[str]] = []
    light_up = window.shown.clerk.light_up

    def note(tasks: Collection[str]) -> None:
        told.append(list(tasks))
        light_up(tasks)

    window.shown.clerk.light_up = note
    return told


def row_of(window: MainWindow, task: str, key: str) -> ValueRow:
    return next(
        one.row for one in window.shown.xcoms.model.rows if (one.row.name, one.row.key) == (task, key)
    )


def choose(menu: GroupMenu | ValueMenu, text: str) -> None:
    """Choose something from a menu."""
    more = menu.marks.actions() if isinstance(menu, GroupMenu) else []
    actions: list[Any] = [*menu.actions(), *more]
    action: Action[Any] = next(one for one in actions if one.text().replace("&", "") == text)
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    menu.deleteLater()


def of_value_menu(window: MainWindow, task: str, key: str, text: str) -> None:
    choose(ValueMenu(PickedValue(window.shown, row_of(window, task, key)), window), text)


def test_a_value_is_edited_and_exactly_its_consumers_run_anew(ran: MainWindow, qtbot: QtBot) -> None:
    lit = noted(ran)
    of_value_menu(ran, "models.a", "accuracy", "Edit…")
    dialog = dialog_of(qtbot, EditDialog)
    assert lit == [["models.a", "choose"]]
    assert "choose" in dialog.names.text()
    dialog.field.input.set_typed("0.9x")
    dialog.field.input.changed.emit()
    assert not dialog.accept_button.isEnabled()
    dialog.field.input.set_typed("0.9")
    dialog.field.input.changed.emit()
    click(dialog.accept_button)
    assert lit[-1] == []
    view = ran.session.view
    qtbot.waitUntil(lambda: view.task("choose").tries == 2, timeout=LONG)
    wait_for(ran, qtbot, RunState.SUCCESS)
    assert [view.task(task).tries for task in ("download", "models.a", "models.b")] == [1, 1, 1]
    shown = view.value("models.a", "accuracy")
    assert shown is not None
    assert (shown.preview, shown.is_edited, shown.original) == ("0.9", True, "0.25")
    qtbot.waitUntil(lambda: table_of(ran)["models.a", "accuracy"] == "0.9 (edited)", timeout=LONG)
    ran.session.select_task("choose")
    qtbot.waitUntil(lambda: "chosen among [0.9, 0.75]" in ran.shown.log.text.text(), timeout=LONG)


def test_an_edited_value_is_found_compared_and_restored(ran: MainWindow, qtbot: QtBot) -> None:
    assert main(["xcom", "edit", "1", "models.a", "accuracy", "0.9", "--yes", "--quiet", "--no-rerun"]) == 0
    qtbot.waitUntil(lambda: row_of(ran, "models.a", "accuracy").is_edited, timeout=LONG)
    ran.shown.xcoms.filter.setText("edited:")
    assert list(table_of(ran)) == [("models.a", "accuracy")]
    of_value_menu(ran, "models.a", "accuracy", "Look at it")
    strip = ran.shown.value.edited
    assert strip.isVisible()
    assert "the task pushed 0.25" in strip.told.text()
    click(strip.restore)
    sure = dialog_of(qtbot, Sure)
    assert sure.text() == "Restore 'accuracy' of 'models.a'?"
    assert "0.25" in sure.informativeText()
    click(sure.verb)
    qtbot.waitUntil(lambda: not row_of(ran, "models.a", "accuracy").is_edited, timeout=LONG)
    qtbot.waitUntil(lambda: ran.session.view.task("choose").tries == 2, timeout=LONG)
    wait_for(ran, qtbot, RunState.SUCCESS)
    qtbot.waitUntil(strip.isHidden, timeout=LONG)


def test_what_cannot_be_edited_says_why(ran: MainWindow) -> None:
    row = row_of(ran, "models.a", "accuracy")
    picked = PickedValue(ran.shown, row)
    assert of_value.RESTORE.refused is not None
    assert of_value.RESTORE.refused(picked) == "'accuracy' of 'models.a' was not edited"
    assert of_value.EDIT.refused is not None
    earlier = row._replace(try_number=7)
    assert "of try 7" in of_value.EDIT.refused(PickedValue(ran.shown, earlier))


def test_a_group_is_cleared_with_what_comes_after_it_once_that_is_agreed_to(
    ran: MainWindow, qtbot: QtBot
) -> None:
    lit = noted(ran)
    group = PickedGroup(ran.shown.clerk, "models")
    choose(GroupMenu(group, ran), "Clear the group with downstream…")
    sure = dialog_of(qtbot, Sure)
    assert sure.text() == "Clear the group 'models' and 1 task after it?"
    assert lit == [["models.a", "models.b", "choose"]]
    click(sure.verb)
    view = ran.session.view
    qtbot.waitUntil(lambda: view.task("choose").tries == 2, timeout=LONG)
    wait_for(ran, qtbot, RunState.SUCCESS)
    assert [view.task(task).tries for task in ("download", "models.a", "models.b")] == [1, 2, 2]


def test_a_group_is_run_alone(ran: MainWindow, qtbot: QtBot) -> None:
    choose(GroupMenu(PickedGroup(ran.shown.clerk, "models"), ran), "Run until here")
    wait_for(ran, qtbot, RunState.SUCCESS, 2)
    assert list(ran.session.view.plan.tasks) == ["download", "models.a", "models.b"]


def test_a_group_is_marked(ran: MainWindow, qtbot: QtBot) -> None:
    choose(GroupMenu(PickedGroup(ran.shown.clerk, "models"), ran), "Mark all as skipped…")
    sure = dialog_of(qtbot, Sure)
    assert sure.text() == "Mark 2 tasks of 'models' as skipped?"
    click(sure.verb)
    view = ran.session.view
    names = ("models.a", "models.b")
    qtbot.waitUntil(lambda: {view.task(n).state for n in names} == {TaskState.SKIPPED}, timeout=LONG)


def test_a_run_is_stopped_only_once_that_is_agreed_to(open_window: Open, gated: Path, qtbot: QtBot) -> None:
    window = open_window(gated)
    press(window, qtbot, "Run")
    qtbot.waitUntil(lambda: window.session.view.task("wait").state is TaskState.RUNNING, timeout=LONG)
    lit = noted(window)
    press(window, qtbot, "Stop…")
    sure = dialog_of(qtbot, Sure)
    assert lit == [["wait"]]
    assert "1 task is running" in sure.informativeText()
    click(sure.button(QMessageBox.StandardButton.Cancel))
    assert window.session.view.run_state is RunState.RUNNING
    press(window, qtbot, "Stop…")
    click(dialog_of(qtbot, Sure).verb)
    wait_for(window, qtbot, RunState.CANCELLED)


def test_params_that_were_typed_last_are_there_the_next_time(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "params.toml"
    path.write_text(WITH_PARAMS)
    window = open_window(path)
    press(window, qtbot, "Run")
    dialog = dialog_of(qtbot, ValuesDialog)
    dialog.fields[0].set_typed("12")
    click(dialog.accept_button)
    wait_for(window, qtbot, RunState.SUCCESS)
    press(window, qtbot, "Run")
    again = dialog_of(qtbot, ValuesDialog)
    assert [field.input.typed() for field in again.fields] == ["12", "Seoul"]
    again.reject()


@pytest.fixture
def imported(train: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a pipeline, whose one run happened elsewhere and was imported."""
    file = str(tmp_path / "run.flowdesk")
    monkeypatch.setenv("FLOWDESK_HOME", str(tmp_path / "there"))
    assert main(["run", str(train), "--quiet"]) == 0
    assert main(["run", "export", file]) == 0
    monkeypatch.setenv("FLOWDESK_HOME", str(home))
    assert main(["run", "import", file]) == 0
    return train


def test_an_imported_run_goes_on_only_if_it_is_trusted(
    open_window: Open, imported: Path, qtbot: QtBot
) -> None:
    window = open_window(imported)
    qtbot.waitUntil(lambda: window.session.run is not None, timeout=LONG)
    window.shown.clerk.clear("choose", downstream=True)
    click(dialog_of(qtbot, Sure).verb)
    qtbot.waitUntil(lambda: dialog_of(qtbot, Sure).text() == "Do you trust run #1?", timeout=LONG)
    click(dialog_of(qtbot, Sure).verb)
    qtbot.waitUntil(lambda: window.session.view.task("choose").tries == 2, timeout=LONG)
    wait_for(window, qtbot, RunState.SUCCESS)


def test_everything_that_is_done_to_a_task_is_in_the_menu_bar_too(ran: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in ran.menuBar().actions()]
    assert "Task" in titles
    menu = ran.menuBar().actions()[titles.index("Task")].menu()
    ran.session.select_task("")
    menu.aboutToShow.emit()  # type: ignore[attr-defined]  # a menu's
    texts = {one.text().replace("&", ""): one for one in menu.actions() if one.text()}  # type: ignore[attr-defined]  # as above
    assert texts["Run from here"].toolTip() == "No task is selected"
    ran.session.select_task("choose")
    menu.aboutToShow.emit()  # type: ignore[attr-defined]  # as above
    assert texts["Run from here"].isEnabled()
    assert texts["Cancel this task…"].toolTip() == "'choose' is not running: it is success"
