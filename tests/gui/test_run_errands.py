from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from flowdesk.gui.dialogs.sure import Sure
from flowdesk.gui.run_errands import RunErrands
from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.builders import finish_run, start_run
from tests.gui.sessions import run_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "p.toml"
    path.write_text("[tasks.a]\nbash = 'true'\n")
    return path


@pytest.fixture
def errands(session: Session, file: Path, home: Path, qtbot: QtBot) -> Iterator[RunErrands]:
    with Store.open(home) as store:
        finish_run(store, "r1", path=str(file))
    session.feed.start()
    session.open(file)
    window = QWidget()
    qtbot.addWidget(window)
    made = RunErrands(session, window)
    yield made
    made.close_down()


def runs(home: Path) -> list[str]:
    with Store.open(home, read_only=True) as store:
        return [run.id for run in store.runs()]


def question(errands: RunErrands, qtbot: QtBot) -> Sure:
    window = errands.parent()
    assert isinstance(window, QWidget)
    qtbot.waitUntil(lambda: bool(window.findChildren(Sure)))
    return window.findChildren(Sure)[-1]


def test_a_run_is_removed_once_it_is_agreed_to(errands: RunErrands, home: Path, qtbot: QtBot) -> None:
    with Store.open(home) as store:
        row = store.find_run("r1")
    errands.remove(row)
    asked = question(errands, qtbot)
    assert "2 tries with their logs, 1 value" in asked.informativeText()
    assert runs(home) == ["r1"]
    with qtbot.waitSignal(errands.changed):
        asked.verb.click()
    assert runs(home) == []


def test_a_run_under_way_is_kept_even_if_it_began_since(
    errands: RunErrands, home: Path, file: Path, session: Session, qtbot: QtBot
) -> None:
    with Store.open(home) as store:
        start_run(store, "r2", path=str(file))
        row = store.find_run("r2")
    assert "still running" in errands.why_not_remove(row)
    errands.remove(row._replace(state=RunState.SUCCESS))
    with qtbot.waitSignal(session.told) as told:
        question(errands, qtbot).verb.click()
    assert told.args == ["Run #2 is at work, and stays"]
    assert "r2" in runs(home)


def test_why_a_run_cannot_be_removed_is_said(errands: RunErrands) -> None:
    assert errands.why_not_remove(None) == "No run is selected"
    assert "goes with that" in errands.why_not_remove(run_row("r", 3, RunState.SUCCESS)._replace(parent="x"))
    assert errands.why_not_remove(run_row("r", 3, RunState.FAILED)) == ""


def test_a_run_is_exported(
    errands: RunErrands, home: Path, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    archive = tmp_path / "run.flowdesk"
    with Store.open(home) as store:
        row = store.find_run("r1")
    with qtbot.waitSignal(session.told) as told:
        errands.export_to(row, str(archive))
    assert told.args == [f"Run #1 is in {archive}"]
    assert archive.stat().st_size


def test_what_goes_wrong_is_told(errands: RunErrands, tmp_path: Path, session: Session, qtbot: QtBot) -> None:
    broken = tmp_path / "broken.flowdesk"
    broken.write_text("no archive")
    with qtbot.waitSignal(session.told) as told:
        errands.import_from(str(broken))
    assert told.args is not None
    assert str(broken) in told.args[0]
