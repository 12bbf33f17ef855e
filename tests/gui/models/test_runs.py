from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.run_pages import RunPages
from flowdesk.gui.models.runs import RunsModel
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow
from flowdesk.store.surveying import ListedRun

if TYPE_CHECKING:
    from flowdesk.gui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")


def run(number: int, state: RunState = RunState.SUCCESS, *, took: float | None = 2.0) -> ListedRun:
    started = time() - 100
    finished = None if took is None else started + took
    return ListedRun(RunRow(f"r{number}", number, "p", "/p.toml", "d", state, None, started, finished))


@pytest.fixture
def model(session: Session) -> RunsModel:
    made = RunsModel(RunPages(session, session), lambda: 5, session)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def cells(model: RunsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_run_shows_its_number_state_age_and_length(model: RunsModel) -> None:
    model.sync([run(12)])
    assert cells(model, 0)[:4] == ["#12", "Success", "1 min ago", "2.0 s"]


def test_a_new_run_comes_on_top_and_kept_indexes_follow(model: RunsModel) -> None:
    first = run(1)
    model.sync([first])
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sync([run(2, RunState.RUNNING, took=None), first])
    assert cells(model, 0)[:2] == ["#2", "Running"]
    assert kept.row() == 1


def test_an_interrupted_run_says_so_and_claims_no_length(model: RunsModel) -> None:
    # The store then says when the run was last heard of, which may be long before it ended.
    model.sync([run(1, RunState.INTERRUPTED, took=0.1)])
    assert cells(model, 0)[1:4:2] == ["Interrupted", "unknown"]
    assert "ended before" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_the_shown_run_stands_out(model: RunsModel) -> None:
    model.sync([run(2), run(1)])
    model.mark("r1")
    bold = [model.index(row, 0).data(Qt.ItemDataRole.FontRole) is not None for row in range(2)]
    assert bold == [False, True]


def test_a_run_tells_its_params_and_that_it_is_paused(model: RunsModel) -> None:
    one = run(3, RunState.RUNNING, took=None)
    row = one.row._replace(paused=True, params='{"rows": "3", "city": "\\"Seoul\\""}')
    model.sync([one._replace(row=row)])
    assert cells(model, 0)[1] == "Paused"
    assert cells(model, 0)[4] == "rows = 3, city = Seoul"
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == ["r3", "rows = 3", "city = Seoul"]


def test_a_run_tells_what_it_ran_and_where_it_came_from(model: RunsModel) -> None:
    inner = run(2)._replace(tasks=5, parent=1)
    inner = inner._replace(row=inner.row._replace(parent="r1"))
    model.sync([run(4)._replace(tasks=3), run(3)._replace(tasks=5, is_imported=True), inner, run(1)])
    assert [cells(model, row)[5:] for row in range(4)] == [
        ["3 of 5 tasks", ""],
        ["5 tasks", "imported"],
        ["5 tasks", "run #1"],
        ["", ""],
    ]
