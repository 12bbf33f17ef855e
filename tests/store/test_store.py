from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.errors import RunExists, RunHeld
from flowdesk.store.rows import FinishedTry, Pulled, PullRow, RunRow, TaskRow, TryRow, ValueRow
from flowdesk.store.store import Store
from tests.builders import bash, failed, finish_run, new_run, plan_of, start_run, succeeded
from tests.store.another_process import read_line, send_line, start_writer
from tests.store.raw import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ticking(home: Path, url: str | None) -> Iterator[Store]:
    """A store of one run, whose clock moves on a second with every verb and began at 1."""
    ticks = count(1)
    with Store.open(home, url=url, clock=lambda: float(next(ticks))) as store:
        with store.transaction():
            store.create_run(new_run(), ["a", "b"])
        yield store


def last(store: Store) -> Event:
    return store.events("run_1")[-1]


def test_a_new_run_is_there_with_its_tasks_plan_and_source(ticking: Store) -> None:
    run = new_run()
    row = ticking.find_run("run_1")
    assert row == RunRow("run_1", 1, "test", run.path, row.definition, RunState.RUNNING, None, 1.0, None)
    assert ticking.plan_text("run_1") == run.plan
    assert ticking.source_text("run_1") == run.source
    assert ticking.tasks("run_1") == [
        TaskRow("run_1", task, TaskState.WAITING, 0, None, None, None) for task in ("a", "b")
    ]
    data = {"pipeline": "test", "path": run.path}
    assert ticking.events("run_1") == [Event(1, "run_1", 1.0, EventKind.RUN_STARTED, data=data)]


def test_runs_of_the_same_definition_share_it(store: Store) -> None:
    with store.transaction():
        store.create_run(new_run("run_1"), ["a"])
        store.create_run(new_run("run_2"), ["a"])
        store.create_run(new_run("run_3", plan=plan_of(bash("other"))), ["other"])
    definitions = {run.id: run.definition for run in store.runs()}
    assert definitions["run_1"] == definitions["run_2"] != definitions["run_3"]
    assert counted(store, "definitions") == 2


def test_an_id_is_given_once(store: Store) -> None:
    start_run(store)
    with pytest.raises(RunExists, match="'run_1' already"), store.transaction():
        store.create_run(new_run("run_1"), ["a"])
    assert len(store.events("run_1")) == 1


def test_a_try_begins_with_what_it_pulls(ticking: Store) -> None:
    with ticking.transaction():
        pulls = [Pulled("x", 0, "a", "k", 1), Pulled("x", 1, "c", "k", None)]
        ticking.start_try("run_1", "b", 1, log="/elsewhere/b.log", pulls=pulls)
    assert ticking.tasks("run_1")[1].state is TaskState.RUNNING
    log = "/elsewhere/b.log"
    assert ticking.tries("run_1") == [
        TryRow("run_1", "b", 1, TryState.RUNNING, None, None, None, None, log, 3.0, None)
    ]
    assert ticking.pulls("run_1") == [
        PullRow("run_1", "b", 1, "x", 0, "a", "k", 1, 3.0),
        PullRow("run_1", "b", 1, "x", 1, "c", "k", None, 3.0),
    ]
    assert last(ticking) == Event(2, "run_1", 3.0, EventKind.TRY_STARTED, "b", 1, {})


def test_the_process_of_a_try_can_be_noted_later(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        store.record_pid("run_1", "a", 1, 4711)
    assert [row.pid for row in store.tries("run_1")] == [4711]


def test_logs_are_found_after_the_home_was_moved(home: Path, url: str | None) -> None:
    with Store.open(home, url=url) as store:
        start_run(store)
        with store.transaction():
            store.start_try("run_1", "a", 1, log=str(home / "logs" / "a.log"))
    moved = home.rename(home.with_name("moved"))
    with Store.open(moved, url=url) as store:
        assert store.tries("run_1")[0].log == str(moved / "logs" / "a.log")


def test_a_pushed_value_is_a_row_and_an_event(ticking: Store) -> None:
    with ticking.transaction():
        ticking.start_try("run_1", "a", 1, log="a.log")
        event = ticking.push_value("run_1", "a", 1, key="이름", type="str", value='"모델"')
    assert ticking.values("run_1") == [ValueRow("run_1", "a", 1, "이름", "str", '"모델"', 4.0, event.seq)]
    assert event == last(ticking)
    assert event.data == {"key": "이름", "type": "str", "size": 8, "preview": "모델"}


def test_the_type_of_a_value_is_told_from_it(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        store.push_value("run_1", "a", 1, key="k", value="[1, 2]")
    assert store.values("run_1")[0].type == "list"


def test_of_two_values_under_a_key_the_last_stays_and_both_are_events(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        for value in ("1", "2"):
            store.push_value("run_1", "a", 1, key="k", value=value)
    assert [row.value for row in store.values("run_1")] == ["2"]
    previews = [event.data["preview"] for event in store.events("run_1")[2:]]
    assert previews == ["1", "2"]


@pytest.mark.parametrize("key", ["a/b?c d", "'; DROP TABLE xcoms; --", "k" * 512, "\0", "🦆"])
def test_any_key_is_kept(store: Store, key: str) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        store.push_value("run_1", "a", 1, key=key, value="null")
    assert [row.key for row in store.values("run_1", task="a", key=key)] == [key]


def test_text_that_is_no_unicode_is_kept_escaped(store: Store) -> None:
    start_run(store, path="/\udcff.toml")
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        store.push_value("run_1", "a", 1, key="k", value='"\ud800"')
        store.finish_try("run_1", "a", 1, failed("printed \udc80"))
        store.finish_run("run_1", RunState.FAILED, "\udc81")
    assert store.values("run_1")[0].value == r'"\ud800"'
    assert store.tries("run_1")[0].reason == r"printed \udc80"
    assert store.find_run(None, path="/\udcff.toml").reason == r"\udc81"


@pytest.mark.parametrize(
    ("end", "finished_at"),
    [
        (FinishedTry(TryState.SUCCESS, TaskState.SUCCESS), 4.0),
        (FinishedTry(TryState.FAILED, TaskState.FAILED, "killed by SIGKILL", -9, "SIGKILL"), 4.0),
        (FinishedTry(TryState.FAILED, TaskState.UP_FOR_RETRY, "exit code 3", 3, None, 12.5), None),
    ],
)
def test_the_end_of_a_try_moves_its_task(ticking: Store, end: FinishedTry, finished_at: float | None) -> None:
    with ticking.transaction():
        ticking.start_try("run_1", "a", 1, log="/a.log")
        event = ticking.finish_try("run_1", "a", 1, end)
    assert ticking.tries("run_1") == [
        TryRow("run_1", "a", 1, end.state, end.reason, end.exit_code, end.signal, None, "/a.log", 3.0, 4.0)
    ]
    retry_at = 4.0 + end.delay if end.task_state is TaskState.UP_FOR_RETRY else None
    assert ticking.tasks("run_1")[0] == TaskRow(
        "run_1", "a", end.task_state, 1, end.reason, 3.0, finished_at, retry_at=retry_at
    )
    data: dict[str, Any] = {
        "state": end.state,
        "task_state": end.task_state,
        "reason": end.reason,
        "exit_code": end.exit_code,
        "signal": end.signal,
        "delay": end.delay,
        "followed": None,
        "cached_from": None,
    }
    assert event == last(ticking) == Event(3, "run_1", 4.0, EventKind.TRY_FINISHED, "a", 1, data)


def test_the_next_try_forgets_the_reason_of_the_last_but_not_when_the_task_began(ticking: Store) -> None:
    retried = FinishedTry(TryState.FAILED, TaskState.UP_FOR_RETRY, "exit code 1", 1)
    with ticking.transaction():
        ticking.start_try("run_1", "a", 1, log="a.log")
        ticking.finish_try("run_1", "a", 1, retried)
        ticking.start_try("run_1", "a", 2, log="a.log")
    assert ticking.tasks("run_1")[0] == TaskRow("run_1", "a", TaskState.RUNNING, 2, None, 3.0, None)


def test_a_task_moves_without_a_try(ticking: Store) -> None:
    with ticking.transaction():
        event = ticking.move_task("run_1", "b", TaskState.UPSTREAM_FAILED, "'a' failed")
    assert ticking.tasks("run_1")[1] == TaskRow(
        "run_1", "b", TaskState.UPSTREAM_FAILED, 0, "'a' failed", None, 3.0
    )
    data = {"state": "upstream_failed", "reason": "'a' failed"}
    assert event == last(ticking) == Event(2, "run_1", 3.0, EventKind.TASK_MOVED, "b", data=data)


def test_a_run_ends(ticking: Store) -> None:
    with ticking.transaction():
        event = ticking.finish_run("run_1", RunState.CANCELLED, "Ctrl-C")
    row = ticking.find_run("run_1")
    assert (row.state, row.reason, row.finished_at) == (RunState.CANCELLED, "Ctrl-C", 3.0)
    data = {"state": "cancelled", "reason": "Ctrl-C"}
    assert event == last(ticking) == Event(2, "run_1", 3.0, EventKind.RUN_FINISHED, data=data)


def test_no_event_tells_of_a_try_or_task_that_is_not_there(store: Store) -> None:
    start_run(store)
    for write in (
        lambda: store.start_try("run_1", "c", 1, log="c.log"),
        lambda: store.finish_try("run_1", "a", 1, succeeded()),
        lambda: store.move_task("run_1", "c", TaskState.SKIPPED),
        lambda: store.record_pid("run_1", "a", 1, 12),
        lambda: store.answer_request(1, "no"),
    ):
        with pytest.raises(LookupError, match="no such row"), store.transaction():
            write()
    assert [event.kind for event in store.events("run_1")] == [EventKind.RUN_STARTED]


def test_requests_are_open_until_they_are_answered(store: Store) -> None:
    start_run(store)
    with store.transaction():
        first = store.add_request("run_1", "cancel")
        second = store.add_request("run_1", "retry", "a")
    assert [(row.id, row.kind, row.task) for row in store.open_requests("run_1")] == [
        (first, "cancel", None),
        (second, "retry", "a"),
    ]
    with store.transaction():
        store.answer_request(first, "cancelled")
    assert [row.id for row in store.open_requests("run_1")] == [second]


def test_a_run_that_another_process_works_on_is_not_taken_over(home: Path, url: str | None) -> None:
    with start_writer(home, url) as writer:
        send_line(writer)
        assert read_line(writer) == "committed"
        with Store.open(home, url=url) as store:
            with pytest.raises(RunHeld, match=f"process {writer.pid} on"), store.transaction():
                store.hold_lease("run_1")
            writer.kill()
            writer.wait()
            with store.transaction():
                store.hold_lease("run_1")
            assert store.find_run("run_1").state is RunState.RUNNING


def test_an_answer_is_an_event_and_given_once(store: Store) -> None:
    start_run(store)
    with store.transaction():
        request = store.add_request("run_1", "clear", "b[1]", {"downstream": True})
        event = store.answer_request(request, "cleared")
    (row,) = store.requests("run_1")
    assert (row.task, row.data, row.answer) == ("b[1]", '{"downstream": true}', "cleared")
    assert (event.task, event.map_index) == ("b", 1)
    assert event.data == {"request": request, "kind": "clear", "answer": "cleared"}
    assert last(store) == event
    with pytest.raises(LookupError), store.transaction():
        store.answer_request(request, "again")


def test_a_run_is_taken_up_where_its_engine_died(home: Path, url: str | None) -> None:
    with start_writer(home, url) as writer:
        send_line(writer)
        assert read_line(writer) == "committed"
        with Store.open(home, url=url) as store:
            with pytest.raises(RunHeld), store.transaction():
                store.resume_run("run_1")
            writer.kill()
            writer.wait()
            with store.transaction():
                event = store.resume_run("run_1")
            assert store.find_run("run_1").state is RunState.RUNNING
            assert store.tasks("run_1")[0].state is TaskState.WAITING
            assert [row.state for row in store.tries("run_1")] == [TryState.INTERRUPTED]
            assert store.events("run_1")[-2] == event
            assert last(store).data["state"] == "interrupted"
            assert [row.value for row in store.values("run_1")] == ["1"]


def test_a_run_that_is_over_is_taken_up_again(store: Store) -> None:
    finish_run(store)
    with store.transaction():
        event = store.resume_run("run_1")
    run = store.find_run("run_1")
    assert (run.state, run.finished_at, event.kind) == (RunState.RUNNING, None, EventKind.RUN_RESUMED)
    assert last(store) == event


def test_a_run_is_paused_and_goes_on(store: Store) -> None:
    start_run(store)
    with store.transaction():
        assert store.set_paused("run_1", paused=True).kind is EventKind.RUN_PAUSED
    assert store.find_run("run_1").paused
    with store.transaction():
        assert store.set_paused("run_1", paused=False).kind is EventKind.RUN_CONTINUED
    assert not store.find_run("run_1").paused


def test_the_retries_of_groups_are_noted(store: Store) -> None:
    start_run(store)
    with store.transaction():
        for group, number in (("g", 1), ("g", 2), ("h", 1)):
            store.note_group_retry("run_1", group, number)
    assert store.group_retries("run_1") == {"g": 2, "h": 1}


def test_a_run_can_be_shown_from_its_events_alone(store: Store) -> None:
    finish_run(store)
    assert [(event.kind.value, event.task) for event in store.events("run_1")] == [
        ("run_started", None),
        ("try_started", "a"),
        ("value_pushed", "a"),
        ("try_finished", "a"),
        ("try_started", "b"),
        ("try_finished", "b"),
        ("run_finished", None),
    ]
