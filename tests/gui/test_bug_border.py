from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from flowdesk.gui.bug_border import BugBorder

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def met(border: BugBorder, error: Exception) -> None:
    border.take(type(error), error, error.__traceback__)


def test_a_bug_is_shown_with_its_traceback_one_at_a_time(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    border = BugBorder()
    border.open_now = lambda: "2 pipelines open"
    met(border, ValueError("what went wrong"))
    met(border, ValueError("and once more"))
    qtbot.waitUntil(lambda: border.dialog is not None)
    assert border.dialog is not None
    text = border.dialog.text.toPlainText()
    assert "ValueError: what went wrong" in text
    assert text.startswith("flowdesk ")
    assert "SQLite" in text
    assert "2 pipelines open" in text
    border.dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text
    assert "and once more" in capsys.readouterr().err
    border.dialog.close()
    qtbot.waitUntil(lambda: border.dialog is None)
