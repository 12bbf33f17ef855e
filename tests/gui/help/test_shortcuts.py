from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from flowdesk.gui.help.shortcuts import ShortcutSheet
from flowdesk.gui.main_window import MainWindow
from flowdesk.gui.palette.entries import menu_actions
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


def test_every_key_of_the_menus_is_on_the_sheet_and_can_be_found(window: MainWindow) -> None:
    sheet = ShortcutSheet(window)
    listed = " ".join(sheet.shown)
    for action, _ in menu_actions(window):
        for key in action.shortcuts():
            assert key.toString() in listed
    sheet.line.setText("f11")
    assert sheet.shown == ["Full screen F11"]
    sheet.close()
