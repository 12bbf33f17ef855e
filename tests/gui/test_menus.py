from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu

from flowdesk.gui.main_window import MainWindow
from flowdesk.gui.palette.entries import menu_actions
from flowdesk.gui.recent import RecentMenu
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def window(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[MainWindow]:
    apply_theme(qapp, Scheme.LIGHT)
    made = MainWindow(home, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def access_key(text: str) -> str:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for action, _ in menu_actions(window):
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), action.text()) == action.text(), key.toString()


def test_access_keys_are_unique_within_each_menu(window: MainWindow) -> None:
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if not isinstance(menu, RecentMenu)]
    for actions in [window.menuBar().actions(), *(menu.actions() for menu in menus)]:
        keys = [key for action in actions if (key := access_key(action.text()))]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, [action.text() for action in actions if access_key(action.text()) in twice]


def test_every_action_says_what_it_does_or_why_it_cannot_be_done(window: MainWindow) -> None:
    silent = [
        action.text()
        for action, place in menu_actions(window)
        if not action.toolTip() or (action.toolTip() == action.text() and not action.isCheckable())
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
