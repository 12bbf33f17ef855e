from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.errors import Place, Problem, Related, Severity
from flowdesk.gui.models.problems import ProblemsModel
from flowdesk.gui.models.sorted_rows import SortedRows

pytestmark = pytest.mark.usefixtures("qapp")

PLACE = Place("p.toml", 7, 3, 7, 9)
WARNING = Problem("FD203", "no task 'trian'", PLACE, Severity.WARNING, "did you mean 'train'?")
ERROR = Problem(
    "FD401",
    "it is no float",
    Place("p.toml", 9, 1, 9, 4),
    related=(Related("it is pushed here", PLACE), Related("the function", Place("work.py", 2, 1, 2, 1))),
)


def listed(*problems: Problem) -> ProblemsModel:
    model = ProblemsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.list_problems(problems, "p.toml")
    return model


def cells(model: ProblemsModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def test_a_problem_shows_its_weight_line_message_and_code() -> None:
    model = listed(WARNING)
    assert cells(model) == [["Warning", "7", "no task 'trian' (did you mean 'train'?)", "FD203"]]
    assert "p.toml:7:3" in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_errors_come_first_and_the_other_ends_follow_their_problem() -> None:
    shown = [(line, message) for _, line, message, _ in cells(listed(WARNING, ERROR))]
    assert shown == [
        ("9", "it is no float"),
        ("7", "↳ it is pushed here"),
        ("work.py:2", "↳ the function"),
        ("7", "no task 'trian' (did you mean 'train'?)"),
    ]


def test_a_filter_keeps_a_problem_together_with_its_ends() -> None:
    rows = SortedRows(listed(WARNING, ERROR))
    rows.filter_by("work.py")
    assert rows.rowCount() == 3
    rows.filter_by("FD203")
    assert rows.rowCount() == 1
