from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Place, Problem
from flowdesk.gui.panels.problems import ProblemsPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_long_sentence_gets_the_lines_that_it_takes(qtbot: QtBot) -> None:
    panel = ProblemsPanel()
    qtbot.addWidget(panel)
    place = Place("p.toml", 1, 1, 1, 2)
    panel.list_problems([Problem("FD101", "short", place), Problem("FD101", "a long sentence " * 12, place)])
    panel.resize(640, 300)
    panel.show()
    qtbot.waitExposed(panel)
    one, many = panel.table.rowHeight(0), panel.table.rowHeight(1)
    assert one < 40
    assert many > 1.5 * one  # the padding of a row counts once
    panel.resize(2000, 300)
    qtbot.waitUntil(lambda: panel.table.rowHeight(1) < many)
