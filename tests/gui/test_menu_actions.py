from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from flowdesk.gui.actions import Action
from flowdesk.gui.deeds.of_group import OF_AT_HAND, ONLY
from flowdesk.gui.language import bare, tr
from flowdesk.gui.palette.entries import menu_actions
from flowdesk.gui.recent import RecentMenu
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow


def access_key(text: str) -> str:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for action, _ in menu_actions(window):
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), action.text()) == action.text(), key.toString()


def test_access_keys_are_unique_within_each_menu(window: MainWindow) -> None:
    window.menu_actions.fill()
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if not isinstance(menu, RecentMenu)]
    for actions in [window.menuBar().actions(), *(menu.actions() for menu in menus)]:
        keys = [key for action in actions if (key := access_key(action.text()))]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, [action.text() for action in actions if access_key(action.text()) in twice]


def test_every_action_says_what_it_does_or_why_it_cannot_be_done(window: MainWindow) -> None:
    silent = [
        action.text()
        for action, place in menu_actions(window)
        if action.toolTip() in {"", action.text(), bare(action.text())} or not action.statusTip()
    ]
    assert not silent


def test_what_needs_a_pipeline_says_so_on_the_start_page(window: MainWindow) -> None:
    reasons = {
        action.text(): action.toolTip() for action, _ in menu_actions(window) if not action.isEnabled()
    }
    assert reasons["&Run"] == "No pipeline is open"
    assert "Open &folder…" not in reasons


def test_a_panel_is_shown_and_hidden_by_its_key(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("[tasks.t]\nbash = 'true'\n")
    window.open_file(file)
    runs = next(
        action
        for action, place in menu_actions(window)
        if place == "View / Panels" and action.text() == "Runs"
    )
    window.menu_actions.refresh()
    assert runs.isChecked()
    window.shown.docks.show_or_hide(window.shown.runs_dock)
    assert window.shown.runs_dock.isHidden()
    runs.trigger()
    assert not window.shown.runs_dock.isHidden()


def test_the_whole_screen_is_taken_and_given_back(window: MainWindow) -> None:
    full = next(action for action, _ in menu_actions(window) if action.text() == "F&ull screen")
    full.trigger()
    assert window.isFullScreen()
    full.trigger()
    assert not window.isFullScreen()


def test_what_is_done_to_a_group_is_in_the_menus_too(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "a.toml"
    file.write_text("[tasks.a]\nbash = 'true'\n[tasks.'g.b']\nbash = 'true'\n")
    window.open_file(file)
    page = window.shown
    only = window.menu_actions.of(OF_AT_HAND[ONLY])
    qtbot.waitUntil(lambda: page.stage.graph.graph.node("g.b") is not None)
    page.session.select_task("a")
    only.refresh()
    assert only.toolTip() == "Select a task in a group, or a folded group, first"
    page.session.select_task("g.b")
    only.refresh()
    assert only.isEnabled()
    only.trigger()
    qtbot.waitUntil(lambda: page.session.now.run_state is RunState.SUCCESS, timeout=20_000)
    assert list(page.session.now.plan.tasks) == ["g.b"]


def test_in_every_situation_an_action_says_the_same_everywhere(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    def hold_against() -> None:
        window.menu_actions.refresh()
        for action, _ in menu_actions(window):
            tip = action.toolTip()
            if not isinstance(action, Action):
                continue
            assert tip
            assert tip == action.statusTip(), action.text()
            # What can be done says what it does; what cannot says why, which is something else.
            assert tip.startswith(tr(action.deed.tip)) == action.isEnabled(), action.text()
            assert bool(action._reason(action.target())) != action.isEnabled(), action.text()

    hold_against()
    file = tmp_path / "a.toml"
    file.write_text("[tasks.a]\nbash = 'exit 1'\n[tasks.'g.b']\nbash = 'true'\nafter = ['a']\n")
    window.open_file(file)
    page = window.shown
    qtbot.waitUntil(lambda: page.stage.graph.graph.node("g.b") is not None)
    hold_against()
    page.clerk.run()
    qtbot.waitUntil(lambda: page.session.now.run_state is RunState.FAILED, timeout=20_000)
    for task in ("", "a", "g.b"):
        page.session.select_task(task)
        hold_against()
