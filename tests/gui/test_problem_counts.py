from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from flowdesk.errors import Severity
from flowdesk.gui.problem_counts import ProblemCounts
from tests.gui.canvas.test_problem_badge import ERROR, WARNING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_weight_has_its_number_and_a_click_asks_for_the_list(qtbot: QtBot) -> None:
    counts = ProblemCounts()
    qtbot.addWidget(counts)
    counts.show()
    counts.count([ERROR, WARNING, WARNING])
    shown = {severity: button.text() for severity, button in counts.buttons.items() if button.isVisible()}
    assert shown == {Severity.ERROR: "1", Severity.WARNING: "2"}
    assert counts.buttons[Severity.WARNING].accessibleName() == "2 warnings"
    with qtbot.waitSignal(counts.clicked):
        QTest.mouseClick(counts.buttons[Severity.ERROR], Qt.MouseButton.LeftButton)
    counts.count([])
    assert not any(button.isVisible() for button in counts.buttons.values())
