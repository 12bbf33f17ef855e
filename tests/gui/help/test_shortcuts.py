from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.help.shortcuts import ShortcutSheet
from flowdesk.gui.palette.entries import menu_actions

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow


def test_every_key_of_the_menus_is_on_the_sheet_and_can_be_found(window: MainWindow) -> None:
    sheet = ShortcutSheet(window)
    listed = " ".join(sheet.shown)
    for action, _ in menu_actions(window):
        for key in action.shortcuts():
            assert key.toString() in listed
    sheet.line.setText("f11")
    assert sheet.shown == ["Full screen F11"]
    sheet.close()
