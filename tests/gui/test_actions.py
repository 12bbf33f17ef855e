from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from flowdesk.gui.actions import Action, Deed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DONE: list[str] = []
REASONS = {"target": ""}
DEED: Deed[str] = Deed("Do", DONE.append, "Do it", shortcuts=("F5",), refused=REASONS.__getitem__)


@pytest.fixture
def action(qtbot: QtBot) -> Action[str]:
    parent = QWidget()
    qtbot.addWidget(parent)
    DONE.clear()
    REASONS["target"] = ""
    made = Action(DEED, "target", parent)
    made.kept = parent  # type: ignore[attr-defined]  # for as long as the action
    return made


def test_an_action_does_its_deed_to_its_target(action: Action[str]) -> None:
    action.trigger()
    assert DONE == ["target"]


def test_what_can_be_done_tells_its_key(action: Action[str]) -> None:
    assert action.isEnabled()
    assert action.toolTip() == "Do it (F5)"


def test_what_cannot_be_done_says_why(action: Action[str]) -> None:
    REASONS["target"] = "Not today"
    action.refresh()
    action.trigger()
    assert not action.isEnabled()
    assert action.toolTip() == "Not today"
    assert DONE == []
