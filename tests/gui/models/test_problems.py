from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.errors import Place, Problem, Severity
from flowdesk.gui.models.problems import ProblemsModel

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_problem_shows_its_weight_line_message_and_code() -> None:
    model = ProblemsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    place = Place("p.toml", 7, 3, 7, 9)
    model.reset([Problem("FD203", "no task 'trian'", place, Severity.WARNING, "did you mean 'train'?")])
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["Warning", "7", "no task 'trian' (did you mean 'train'?)", "FD203"]
    assert "p.toml:7:3" in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
