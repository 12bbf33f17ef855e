from __future__ import annotations

import json
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from flowdesk.gui.details.of_try import Moment, sections_of_try
from flowdesk.gui.details.panel import DetailsPanel
from flowdesk.gui.details.reading import Pull as ReadPull
from flowdesk.gui.details.reading import Record
from flowdesk.gui.feed import Feed
from flowdesk.gui.session import Session
from flowdesk.plan.plan import Edge, Pull, Push, Source
from flowdesk.plan.states import TryState
from flowdesk.store.rows import Edit, Pulled, PullRow, TryRow, ValueRow
from flowdesk.store.store import Store
from tests.builders import bash, failed, new_run, plan_of, succeeded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

GET = bash("get", code="load", retries=1)._replace(push=(Push("rows", "int", max_bytes=100),))
TRAIN = bash("train", "get", code="fit {{ rows }}")._replace(
    pulls=(Pull("rows", (Source("get", "rows"),), type="int"),),
    env={"MODE": "fast"},
    env_from={"TOKEN": "env:TOKEN"},
    description="Fits the model",
)
PLAN = plan_of(GET, TRAIN)._replace(edges=(Edge("get", "train", "rows", "rows"),))


@pytest.fixture
def panel(qtbot: QtBot, home: Path) -> Iterator[DetailsPanel]:
    """Of a run in which `get` was tried twice and `train` took its value."""
    store = Store.open(home, clock=partial(next, count(1_000.0)))
    with store.transaction():
        store.create_run(new_run("r1", plan=PLAN), PLAN.tasks)
        store.start_try("r1", "get", 1, log="/log/1")
        store.finish_try("r1", "get", 1, failed())
        store.start_try("r1", "get", 2, log="/log/2")
        store.push_value("r1", "get", 2, key="rows", type="int", value="1200")
        store.finish_try("r1", "get", 2, succeeded())
        rendered = json.dumps({"code": ["fit 1200"], "env": {"MODE": "fast"}})
        store.start_try(
            "r1", "train", 1, log="/log/3", pulls=[Pulled("rows", 0, "get", "rows", 2)], rendered=rendered
        )
    feed = Feed(home)
    feed.start()
    session = Session(feed)
    made = DetailsPanel(session)
    qtbot.addWidget(made)
    made.show()
    session.show_run("r1")
    qtbot.waitUntil(lambda: session.run is not None)
    yield made
    session.close()
    store.close()


def show(panel: DetailsPanel, qtbot: QtBot, task: str) -> str:
    panel._session.select_task(task)
    qtbot.waitUntil(lambda: panel.tries.count() > 0)
    return panel.page.toPlainText()


def test_a_try_tells_what_it_carried_out_pulled_and_pushed(panel: DetailsPanel, qtbot: QtBot) -> None:
    text = show(panel, qtbot, "train")
    for told in ("fit 1200", "get:rows", "= 1200", "MODE", "fast", "from env:TOKEN", "Fits the model"):
        assert told in text.replace("\xa0", " ")
    assert "rows\n1200 int, 4 bytes, of at most 100 bytes" in show(panel, qtbot, "get")


def test_each_try_can_be_chosen(panel: DetailsPanel, qtbot: QtBot) -> None:
    show(panel, qtbot, "get")
    assert panel.tries.currentData() == 2
    panel.show_try("get", 1)
    text = panel.page.toPlainText()
    assert "Failed exit code 1" in text
    assert "Pushed" not in text


def test_only_tries_that_had_begun_at_the_moment_are_shown(panel: DetailsPanel, qtbot: QtBot) -> None:
    show(panel, qtbot, "get")
    first = panel._session.events[1]
    panel._session.show_moment(first.seq)
    qtbot.waitUntil(lambda: panel.tries.count() == 1)
    qtbot.waitUntil(lambda: "Running" in panel.page.toPlainText())


def test_links_lead_to_tasks_values_and_logs(panel: DetailsPanel, qtbot: QtBot) -> None:
    show(panel, qtbot, "train")
    with qtbot.waitSignal(panel.value_wanted, check_params_cb=lambda *told: told == ("get", "rows")):
        panel.page.anchorClicked.emit(QUrl("value:get/rows"))
    with qtbot.waitSignal(panel.log_wanted, check_params_cb=lambda *told: told == ("train", 1)):
        panel.page.anchorClicked.emit(QUrl("log:train/1"))
    panel.page.anchorClicked.emit(QUrl("task:get"))
    assert panel._session.task == "get"


def test_before_there_is_a_run_the_contract_is_shown(panel: DetailsPanel, qtbot: QtBot) -> None:
    show(panel, qtbot, "train")
    panel._session.show_run("")
    panel._session.file.plan = PLAN
    panel._session.show_file()
    panel._session.select_task("train")
    assert "Will pull\nrows\nget:rows int" in panel.page.toPlainText()


def test_a_try_tells_the_value_that_it_took_and_not_what_was_put_in_its_place_later() -> None:
    task = PLAN.tasks["train"]
    row = TryRow("r1", "train", 1, TryState.SUCCESS, None, 0, None, 1, "/log", 6.0, 7.0)
    value = ValueRow("r1", "get", 2, "rows", "int", "9", 5.0, 3, edit=Edit("int", "1200", 8.0, "ann"))
    took = PullRow("r1", "train", 1, "rows", 0, "get", "rows", 2, 6.0)
    for pulled_at, told in ((6.0, "= 1200"), (8.5, "= 9")):
        record = Record("train", "r1", (row,), (ReadPull(took._replace(pulled_at=pulled_at), value),))
        pulled = list(sections_of_try(row, task, record, Moment([], [], 9.0)))[2]
        assert pulled.facts[0].more.startswith(told)
