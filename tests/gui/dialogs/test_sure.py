from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from flowdesk.gui.dialogs.sure import Sure

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def asked(window: QWidget) -> tuple[Sure, list[str]]:
    done = list[str]()
    sure = Sure("Clear 'train'?", "It runs anew.", "Clear", window)
    sure.ask(lambda: done.append("cleared"))
    return sure, done


def test_only_the_verb_does_it(window: QWidget) -> None:
    sure, done = asked(window)
    sure.verb.click()
    assert done == ["cleared"]


def test_escape_does_nothing(window: QWidget, qtbot: QtBot) -> None:
    sure, done = asked(window)
    qtbot.keyClick(sure, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]  # pytest-qt's
    assert done == []
