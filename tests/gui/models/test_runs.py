from __future__ import annotations

from time import time

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.runs import RunsModel
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow

pytestmark = pytest.mark.usefixtures("qapp")


def run(number: int, state: RunState = RunState.SUCCESS, *, took: float | None = 2.0) -> RunRow:
    started = time() - 100
    finished = None if took is None else started + took
    return RunRow(f"r{number}", number, "p", "/p.toml", "d", state, None, started, finished)


def model_of(*rows: RunRow) -> RunsModel:
    model = RunsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.sync(rows)
    return model


def cells(model: RunsModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_run_shows_its_number_state_age_and_length() -> None:
    assert cells(model_of(run(12)), 0) == ["#12", "Success", "1 min ago", "2.0 s"]


def test_a_new_run_comes_on_top_and_kept_indexes_follow() -> None:
    first = run(1)
    model = model_of(first)
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sync([run(2, RunState.RUNNING, took=None), first])
    assert cells(model, 0)[:2] == ["#2", "Running"]
    assert kept.row() == 1


def test_an_interrupted_run_says_so_and_claims_no_length() -> None:
    # The store then says when the run was last heard of, which may be long before it ended.
    model = model_of(run(1, RunState.INTERRUPTED, took=0.1))
    assert cells(model, 0)[1::2] == ["Interrupted", "unknown"]
    assert "ended before" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_the_shown_run_stands_out() -> None:
    model = model_of(run(2), run(1)._replace())
    model.mark("r1")
    bold = [model.index(row, 0).data(Qt.ItemDataRole.FontRole) is not None for row in range(2)]
    assert bold == [False, True]


def test_a_run_tells_its_params_in_the_tooltip_and_that_it_is_paused() -> None:
    row = run(3, RunState.RUNNING, took=None)._replace(
        paused=True, params='{"rows": "3", "city": "\\"Seoul\\""}'
    )
    model = model_of(row)
    assert cells(model, 0)[1] == "Paused"
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == ["r3", "rows = 3", "city = Seoul"]
