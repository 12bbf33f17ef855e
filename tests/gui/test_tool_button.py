"""A flat button: what a screen reader says of it, and what a click does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from flowdesk.gui.icons import Icon
from flowdesk.gui.tool_button import tool_button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_keys_of_a_button_are_in_its_tip_and_not_in_its_name(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    button = tool_button("Close (Escape)", parent, icon=Icon.CLOSE)
    assert (button.toolTip(), button.accessibleName()) == ("Close (Escape)", "Close")
    assert not button.icon().isNull()


def test_a_click_calls_the_slot(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    calls: list[str] = []

    def note() -> None:
        calls.append("clicked")

    tool_button("Next", parent, text=">", slot=note).click()
    assert calls == ["clicked"]
