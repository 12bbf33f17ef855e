from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from flowdesk.gui.clerk import Clerk
from flowdesk.gui.dialogs.inputs import LineInput
from flowdesk.gui.dialogs.sure import Sure
from flowdesk.gui.dialogs.values_dialog import ValuesDialog
from flowdesk.gui.task_menu import Picked, TaskMenu
from flowdesk.gui.wishes import Wish
from flowdesk.plan.plan import Kind, Push, Task
from flowdesk.plan.states import TaskState
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(
    bash("get"),
    Task("train", Kind.BASH, ("true",), ("get",), (Push("accuracy", "float", le=1.0),)),
    bash("mail", "train"),
)


@pytest.fixture
def clerk(session: Session, qtbot: QtBot) -> Clerk:
    """Beside a run whose first task succeeded and whose second one runs."""
    window = QWidget()
    qtbot.addWidget(window)
    open_run(session, PLAN, [*begun(), *ended("get", "success", seq=2), *ended("train", "x", seq=4)[:1]])
    return Clerk(session, window)


def actions(clerk: Clerk, name: str) -> dict[str, str]:
    """The reason why each thing cannot be done to a task; "" if it can."""
    menu = TaskMenu(Picked(clerk, name), clerk.window)
    both = [*menu.actions(), *menu.marks.actions()]
    told = {one.text().replace("&", ""): "" if one.isEnabled() else one.toolTip() for one in both}
    menu.deleteLater()
    return {text: reason for text, reason in told.items() if text}


def dialog_of(kind: type[Sure | ValuesDialog]) -> Sure | ValuesDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def test_what_cannot_be_done_says_why(clerk: Clerk) -> None:
    told = actions(clerk, "train")
    assert told["Cancel this task…"] == ""
    assert told["Retry"] == "'train' has not failed"
    assert told["Mark as success…"] == ""
    assert actions(clerk, "get")["Cancel this task…"] == "'get' is not running: it is success"
    assert actions(clerk, "get")["Mark as success…"] == "'get' is success already"
    assert actions(clerk, "mail")["Clear with downstream…"] == "'mail' has not run yet"
    assert actions(clerk, "get")["Run only this"] == "No file is open"


def test_clearing_lists_what_runs_anew_and_asks_once(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.clear("get", downstream=True)
    dialog = dialog_of(Sure)
    assert isinstance(dialog, Sure)
    assert dialog.text() == "Clear 'get' and 1 task after it?"
    assert "    get\n    train\n" in dialog.informativeText()
    with qtbot.waitSignal(clerk.session.feed._wish_made) as made:
        dialog.verb.click()
    assert made.args[1] == Wish("clear", "get", {"downstream": True})


def test_who_does_not_agree_loses_nothing(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.cancel("train")
    dialog = dialog_of(Sure)
    assert isinstance(dialog, Sure)
    with qtbot.assertNotEmitted(clerk.session.feed._wish_made):
        dialog.button(QMessageBox.StandardButton.Cancel).click()


def test_a_success_needs_what_the_task_would_have_pushed(clerk: Clerk, qtbot: QtBot) -> None:
    events = ended("train", "failed", seq=4)[1:]
    clerk.session.feed.events_arrived.emit("r1", events)
    clerk.mark("train", TaskState.SUCCESS)
    dialog = dialog_of(ValuesDialog)
    assert isinstance(dialog, ValuesDialog)
    assert not dialog.accept_button.isEnabled()
    (field,) = dialog.fields
    assert isinstance(field.input, LineInput)
    field.input.setText("0.75")
    field.edited.emit()
    with qtbot.waitSignal(clerk.session.feed._wish_made) as made:
        dialog.accept()
    assert made.args[1] == Wish("mark", "train", {"state": "success", "values": {"accuracy": "0.75"}})


def test_without_keys_a_mark_is_agreed_to(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.mark("mail", TaskState.SKIPPED)
    dialog = dialog_of(Sure)
    assert isinstance(dialog, Sure)
    with qtbot.waitSignal(clerk.session.feed._wish_made) as made:
        dialog.verb.click()
    assert made.args[1] == Wish("mark", "mail", {"state": "skipped", "values": {}})


def test_a_task_that_runs_is_ended_to_be_marked_and_that_is_said(clerk: Clerk) -> None:
    clerk.mark("train", TaskState.SKIPPED)
    dialog = dialog_of(Sure)
    assert isinstance(dialog, Sure)
    assert "It is running, and will be ended first." in dialog.informativeText()
