"""Messages come when a run ends unseen, can be switched off, and lead back to the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from flowdesk.gui.tray.tray import Tray
from flowdesk.gui.tray.tray_menu import TrayMenu
from flowdesk.plan.states import RunState
from tests.gui.sessions import PATH, run_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session


class Messages:
    """A desktop that keeps what it is told."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.click: Callable[[], None] = lambda: None

    def show(self, title: str, text: str, clicked: Callable[[], None]) -> None:
        """Keep a message."""
        self.shown.append((title, text))
        self.click = clicked


class Desk(NamedTuple):
    """A tray that watches a session, what the desktop was told, and what the window was asked to show."""

    tray: Tray
    messages: Messages
    asked: list[tuple[Path | None, str]]


@pytest.fixture
def desk(session: Session, qtbot: QtBot, tmp_path: Path) -> Desk:
    """A window that nobody looks at, on a session with an open file."""
    window = QWidget()
    qtbot.addWidget(window)
    session.file.path = Path(PATH)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    asked: list[tuple[Path | None, str]] = []
    tray = Tray(window, settings, lambda path, task: asked.append((path, task)), lambda: QAction(window))
    messages = Messages()
    tray.notifier = messages
    tray.watch(session)
    return Desk(tray, messages, asked)


def list_run(session: Session, state: RunState) -> None:
    session.feed.runs_listed.emit(PATH, [run_row("r1", 1, state)])


def test_the_end_of_a_run_is_told_and_a_click_shows_it(desk: Desk, session: Session) -> None:
    list_run(session, RunState.RUNNING)
    assert [row.id for _, row in desk.tray.running()] == ["r1"]
    list_run(session, RunState.FAILED)
    assert desk.messages.shown == [("test: Failed", "Run #1")]
    desk.messages.click()
    assert desk.asked == [(Path(PATH), "")]
    assert not desk.tray.running()


def test_switched_off_nothing_is_told(desk: Desk, session: Session) -> None:
    desk.tray.switch()
    list_run(session, RunState.RUNNING)
    list_run(session, RunState.FAILED)
    assert not desk.messages.shown
    desk.tray.switch()
    assert desk.tray.is_on


def test_a_window_that_is_closed_says_what_goes_on(
    desk: Desk, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.tray.tell_what_goes_on()
    list_run(session, RunState.RUNNING)
    desk.tray.tell_what_goes_on()
    assert desk.messages.shown == [("1 run goes on without the window", "test #1")]
    assert capsys.readouterr().err == "1 run goes on without the window: test #1\n"


def test_where_nothing_can_be_shown_the_menu_says_so(desk: Desk) -> None:
    assert desk.tray.why_not() == ""
    desk.tray.notifier = None
    assert "neither a tray nor a portal" in desk.tray.why_not()


def test_the_menu_lists_the_runs_that_go_on(desk: Desk, session: Session, qtbot: QtBot) -> None:
    run = QAction("Run")
    window = QWidget()
    qtbot.addWidget(window)
    menu = TrayMenu(desk.tray.running, lambda: run, window)
    list_run(session, RunState.RUNNING)
    menu.refresh()
    menu.refresh()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["&Open the window", "test #1 · Running", "Run", "&Quit"]
    with qtbot.waitSignal(menu.run_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == [session, "r1"]
