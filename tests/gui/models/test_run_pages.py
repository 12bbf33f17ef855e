from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.run_pages import PAGE, RunPages
from flowdesk.gui.models.runs import RunsModel
from flowdesk.store.sought import sought
from flowdesk.store.store import Store
from tests.builders import finish_run, start_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

MANY = 2 * PAGE + 20


@pytest.fixture
def file(tmp_path: Path, home: Path) -> Path:
    path = tmp_path / "p.toml"
    path.write_text("[tasks.a]\nbash = 'true'\n")
    with Store.open(home) as store:
        for number in range(MANY):
            start_run(store, f"run_{number}", path=str(path))
    return path


@pytest.fixture
def pages(session: Session, file: Path, qtbot: QtBot) -> RunPages:
    made = RunPages(session, session)
    session.feed.start()
    session.open(file)
    qtbot.waitUntil(lambda: made.total == MANY and made.runs[0].tasks is not None)
    return made


def test_the_newest_runs_come_first_and_older_ones_when_they_are_asked_for(
    pages: RunPages, qtbot: QtBot
) -> None:
    assert len(pages.runs) == PAGE
    pages.fetch_more()
    assert not pages.can_fetch, "it is asked already"
    qtbot.waitUntil(lambda: len(pages.runs) == 2 * PAGE)
    pages.fetch_more()
    qtbot.waitUntil(lambda: len(pages.runs) == MANY)
    assert pages.is_whole
    assert not pages.can_fetch
    assert [run.row.number for run in pages.runs] == list(range(MANY, 0, -1))


def test_all_runs_are_fetched_where_they_are_to_be_sorted(pages: RunPages, qtbot: QtBot) -> None:
    pages.fetch_all()
    qtbot.waitUntil(lambda: pages.is_whole)
    assert len(pages.runs) == MANY


def test_a_run_that_is_sought_is_found_behind_the_first_page(pages: RunPages, qtbot: QtBot) -> None:
    pages.seek(sought("#3"))
    qtbot.waitUntil(lambda: [run.row.number for run in pages.runs] == [3])
    assert pages.is_whole
    pages.seek(None)
    assert len(pages.runs) == PAGE


def test_a_new_run_comes_on_top_and_older_pages_stay(
    pages: RunPages, qtbot: QtBot, file: Path, home: Path
) -> None:
    pages.fetch_more()
    qtbot.waitUntil(lambda: len(pages.runs) == 2 * PAGE)
    with Store.open(home) as store:
        finish_run(store, "new", path=str(file))
    qtbot.waitUntil(lambda: pages.runs[0].row.id == "new")
    assert len(pages.runs) == 2 * PAGE + 1


def test_what_is_gone_from_the_store_is_gone_after_a_refresh(
    pages: RunPages, qtbot: QtBot, home: Path
) -> None:
    with Store.open(home) as store:
        with store.transaction():
            for number in (MANY - 1, MANY - 2):
                store._do("release_lease", run=number + 1)
        store.remove_run(f"run_{MANY - 2}")
    pages.refresh()
    qtbot.waitUntil(lambda: pages.find(f"run_{MANY - 2}") is None)


def test_a_table_fetches_further_rows_of_which_kept_indexes_know(
    pages: RunPages, qtbot: QtBot, session: Session
) -> None:
    model = RunsModel(pages, parent=session)
    pages.changed.emit()
    kept = QPersistentModelIndex(model.index(PAGE - 1, 0))
    assert model.canFetchMore()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.fetchMore()  # the tester does so too, again and again
    qtbot.waitUntil(lambda: model.rowCount() == MANY)
    assert (kept.row(), kept.data()) == (PAGE - 1, f"#{MANY - PAGE + 1}")
