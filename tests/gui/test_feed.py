from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.feed import Feed
from flowdesk.gui.followed import LogHead, RunSnapshot
from flowdesk.gui.log.log_lines import LogLines
from flowdesk.gui.log.selection import whole_text
from flowdesk.gui.wishes import Wish
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.plan.written import to_json
from flowdesk.store.rows import FinishedTry, NewRun
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.store.raw import connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.log.growth import Growth

PLAN = plan_of(bash("get"), bash("train", "get"))
FILE = "/pipelines/p.toml"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """The store as an engine has it."""
    with Store.open(home) as opened:
        yield opened


@pytest.fixture
def feed(home: Path, qapp: object) -> Iterator[Feed]:
    assert qapp
    made = Feed(home)
    made.start()
    yield made
    made.close()


def begin(store: Store, run_id: str = "r1") -> None:
    with store.transaction():
        store.create_run(NewRun(run_id, "p", FILE, to_json(PLAN), "[pipeline]"), PLAN.tasks)


def start_try(store: Store, home: Path, number: int = 1) -> Path:
    log = home / f"get-{number}.log"
    with store.transaction():
        store.start_try("r1", "get", number, log=str(log))
    return log


def finish_try(store: Store, task_state: TaskState, number: int = 1) -> None:
    with store.transaction():
        store.finish_try("r1", "get", number, FinishedTry(TryState.FAILED, task_state))


def test_without_a_store_there_are_no_runs_and_none_is_made(feed: Feed, home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(feed.runs_listed) as listed:
        feed.follow_file(FILE)
    assert listed.args == [FILE, []]
    assert not home.exists()


def test_a_run_that_begins_later_is_listed_and_opened(feed: Feed, home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(feed.runs_listed):
        feed.follow_file(FILE)
    feed.follow_run("r1")
    with qtbot.waitSignals([feed.runs_listed, feed.run_opened]), Store.open(home) as store:
        begin(store)
    with qtbot.waitSignal(feed.run_opened) as opened:
        feed.follow_run("r1")
    (snapshot,) = opened.args
    assert isinstance(snapshot, RunSnapshot)
    assert snapshot.plan == PLAN
    assert snapshot.row.state is RunState.RUNNING
    assert [event.kind for event in snapshot.events] == ["run_started"]


def test_events_and_values_arrive_once_each(feed: Feed, store: Store, home: Path, qtbot: QtBot) -> None:
    begin(store)
    kinds: list[str] = []
    values: list[str] = []
    feed.events_arrived.connect(lambda _, events: kinds.extend(event.kind for event in events))
    feed.values_arrived.connect(lambda _, rows: values.extend(row.value for row in rows))
    with qtbot.waitSignal(feed.run_opened):
        feed.follow_run("r1")
    start_try(store, home)
    with store.transaction():
        store.push_value("r1", "get", 1, key="k", value="0.5")
    finish_try(store, TaskState.FAILED)
    qtbot.waitUntil(lambda: len(kinds) == 3)
    with store.transaction():
        store.finish_run("r1", RunState.FAILED)
    qtbot.waitUntil(lambda: len(kinds) == 4)
    assert kinds == ["try_started", "value_pushed", "try_finished", "run_finished"]
    assert values == ["0.5"]


def test_an_edited_value_arrives_anew(feed: Feed, store: Store, home: Path, qtbot: QtBot) -> None:
    begin(store)
    start_try(store, home)
    with store.transaction():
        store.push_value("r1", "get", 1, key="k", value="1")
    with qtbot.waitSignal(feed.run_opened):
        feed.follow_run("r1")
    with qtbot.waitSignal(feed.values_arrived) as told, store.transaction():
        store.edit_value("r1", "get", 1, key="k", value="2", by="Mia")
    assert [(row.value, row.is_edited) for row in told.args[1]] == [("2", True)]


def text_of(growth: Growth) -> str:
    lines = LogLines()
    lines.take(growth)
    return "".join(whole_text(lines))


def test_the_log_of_the_last_try_grows_and_gives_way_to_that_of_the_next(
    feed: Feed, store: Store, home: Path, qtbot: QtBot
) -> None:
    heads: list[LogHead | None] = []
    text: list[str] = []
    feed.log_reset.connect(heads.append)
    feed.log_grew.connect(lambda growth: text.append(text_of(growth)))
    begin(store)
    feed.follow_run("r1")
    feed.follow_log("get")
    start_try(store, home).write_text("first\n")
    qtbot.waitUntil(lambda: text == ["first\n"])
    finish_try(store, TaskState.UP_FOR_RETRY)
    start_try(store, home, 2).write_text("second\n")
    qtbot.waitUntil(lambda: text == ["first\n", "second\n"])
    assert [head.try_number for head in heads if head] == [1, 2]


def test_the_log_of_an_earlier_try_can_be_read(feed: Feed, store: Store, home: Path, qtbot: QtBot) -> None:
    begin(store)
    start_try(store, home).write_text("first\n")
    finish_try(store, TaskState.UP_FOR_RETRY)
    start_try(store, home, 2).write_text("second\n")
    feed.follow_run("r1")
    with qtbot.waitSignal(feed.log_grew) as grew:
        feed.follow_log("get", 1)
    assert text_of(grew.args[0]) == "first\n"


def test_a_run_whose_engine_died_is_told_as_interrupted(feed: Feed, store: Store, qtbot: QtBot) -> None:
    begin(store)
    with qtbot.waitSignal(feed.run_opened):
        feed.follow_run("r1")
    with qtbot.waitSignal(feed.run_interrupted) as told, store.transaction():
        # What a dead engine leaves: a lease of a process that is no more.
        connection(store).execute("UPDATE leases SET pid = 999999999")
    assert told.args == ["r1"]


def test_a_cancel_reaches_the_engine_as_a_request(feed: Feed, store: Store, qtbot: QtBot) -> None:
    begin(store)
    feed.ask("r1", Wish("cancel"))
    qtbot.waitUntil(lambda: bool(store.open_requests("r1")))
    assert [request.kind for request in store.open_requests("r1")] == ["cancel"]


def test_a_run_that_never_began_is_missed(feed: Feed, store: Store, qtbot: QtBot) -> None:
    begin(store)
    feed.follow_run("r2")
    with qtbot.waitSignal(feed.run_missed) as missed:
        feed.look_for_run("r2", "no room")
    assert missed.args == ["r2", "no room"]
    feed.follow_run("r1")
    with qtbot.assertNotEmitted(feed.run_missed), qtbot.waitSignal(feed.run_opened):
        feed.look_for_run("r1", "")


def test_a_damaged_store_is_told_once_in_a_sentence(feed: Feed, home: Path, qtbot: QtBot) -> None:
    home.mkdir()
    (home / "flowdesk.db").write_text("no database" * 100)
    told: list[str] = []
    feed.failed.connect(told.append)
    feed.follow_file(FILE)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.assertNotEmitted(feed.failed, wait=300):
        feed.follow_run("r1")
    assert "flowdesk.db" in told[0]


@pytest.mark.usefixtures("qapp")
def test_a_store_that_went_is_told_and_the_next_at_its_place_is_shown(
    feed: Feed, home: Path, qtbot: QtBot
) -> None:
    with Store.open(home) as store:
        begin(store)
    with qtbot.waitSignal(feed.runs_listed, check_params_cb=lambda _, rows: len(rows) == 1):
        feed.follow_file(FILE)
    with qtbot.waitSignal(feed.failed) as told:
        home.rename(home.with_name("away"))
    assert told.args is not None
    assert "deleted or moved" in told.args[0]
    with (
        qtbot.waitSignal(feed.runs_listed, check_params_cb=lambda _, rows: len(rows) == 2),
        Store.open(home) as store,
    ):
        begin(store, "r2")
        begin(store, "r3")


def test_closing_ends_the_thread(home: Path) -> None:
    feed = Feed(home)
    feed.start()
    feed.close()
    assert feed._thread.isFinished()


def test_a_store_that_is_just_being_made_is_waited_for(feed: Feed, home: Path, qtbot: QtBot) -> None:
    home.mkdir()
    (home / "flowdesk.db").touch()
    feed.follow_run("r1")
    with qtbot.assertNotEmitted(feed.failed, wait=200):
        feed.follow_file(FILE)
    with qtbot.waitSignal(feed.run_opened), Store.open(home) as store:
        begin(store)
