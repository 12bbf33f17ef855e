"""The menu of languages keeps what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox

from flowdesk.gui.language import kept_language
from flowdesk.gui.language_menu import LanguageMenu

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_the_choice_is_kept_and_marked(tmp_path: Path, qtbot: QtBot) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    menu = LanguageMenu(settings)
    qtbot.addWidget(menu)
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["system"]
    next(action for action in menu.actions() if action.data() == "ko").trigger()
    assert kept_language(settings) == "ko"
    [box] = menu.findChildren(QMessageBox)
    assert "the next time" in box.text()
    box.done(0)
    again = LanguageMenu(settings)
    qtbot.addWidget(again)
    assert [action.data() for action in again.actions() if action.isChecked()] == ["ko"]
