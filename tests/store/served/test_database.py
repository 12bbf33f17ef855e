from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.address import address_of
from flowdesk.store.errors import StoreUnavailable
from flowdesk.store.served.database import Lost, Served
from flowdesk.store.served.opening import _bring_up_to_date, _server
from flowdesk.store.store import Store
from tests.builders import new_run, start_run, succeeded
from tests.store.raw import asked, counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.servers import Server


class Cut(Served):
    """A database whose connection is cut before the query of a number, or around a commit."""

    before_query = -1
    commit = ""
    queries = 0
    cuts = 0

    def cut(self) -> None:
        self.cuts += 1
        self.connection.close()

    def _put(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - as it is
        self.queries += 1
        if self.queries == self.before_query:
            self.cut()
        return super()._put(query, parameters)

    def _put_many(self, cursor: Any, sql: str, rows: list[dict[str, Any]]) -> None:  # noqa: ANN401 - as it is
        self.queries += 1
        if self.queries == self.before_query:
            self.cut()
        super()._put_many(cursor, sql, rows)

    def _execute(self, statement: str) -> None:
        where, self.commit = (self.commit, "") if statement == "COMMIT" else ("", self.commit)
        if where == "before":
            self.cut()
        super()._execute(statement)
        if where == "after":
            self.cut()
            raise Lost("cut")


def cut_store(home: Path, url: str, *, patience: float = 30) -> tuple[Store, Cut]:
    home.mkdir(exist_ok=True)
    server = _server(address_of(url, home=home), timeout=5, read_only=False)
    database = Cut(server, patience=patience, prepare=_bring_up_to_date)
    return Store(home, database, clock=lambda: 1.0, read_only=False), database


def live(store: Store, run: str) -> None:
    """A short life of a run in one transaction."""
    with store.transaction():
        store.create_run(new_run(run), ["a", "b"])
        store.expand_task(run, "b", 2)
        store.start_try(run, "a", 1, log="a.log")
        store.push_value(run, "a", 1, key="k", value="1")
        store.push_value(run, "a", 1, key="k", value="2")
        assert store.events(run)[-1].data["preview"] == "2"
        request = store.add_request(run, "pause")
        store.answer_request(request, "paused")
        store.finish_try(run, "a", 1, succeeded())
        store.finish_run(run, RunState.SUCCESS)


def told(store: Store, run: str) -> list[object]:
    """All that is known of a run, without what numbers it among others."""
    events = [(event.kind, event.name, {**event.data, "request": None}) for event in store.events(run)]
    values = [(value.name, value.key, value.value) for value in store.values(run)]
    requests = [(request.kind, request.answer) for request in store.requests(run)]
    tasks = [(task.name, task.state) for task in store.tasks(run)]
    return [store.find_run(run).state, events, values, requests, tasks]


def test_a_connection_lost_before_any_query_of_a_transaction_loses_and_doubles_nothing(
    home: Path, url: str
) -> None:
    store, database = cut_store(home, url)
    live(store, "whole")
    expected, queries = told(store, "whole"), database.queries
    for number in range(1, queries):
        database.queries, database.cuts, database.before_query = 0, 0, number
        live(store, f"run_{number}")
        database.before_query = -1
        assert database.cuts == 1 or number > queries - 8, "the questions of `told` come last"
        assert told(store, f"run_{number}") == expected
    seqs = [event.seq for run in reversed(store.runs(limit=1000)) for event in store.events(run.id)]
    assert seqs == list(range(1, len(seqs) + 1))
    store.close()


@pytest.mark.parametrize("commit", ["before", "after"])
def test_what_was_committed_when_the_connection_was_lost_is_found_out(
    home: Path, url: str, commit: str
) -> None:
    store, database = cut_store(home, url)
    heard: list[int] = []
    store.watchers.append(lambda events: heard.extend(event.seq for event in events))
    database.commit = commit
    live(store, "run_1")
    assert database.cuts == 1
    assert [event.seq for event in store.events("run_1")] == heard == list(range(1, 9))
    assert counted(store, "requests") == 1
    assert not store.changed_elsewhere() or commit == "after"
    store.close()


def test_events_move_up_where_others_wrote_while_the_connection_was_lost(home: Path, url: str) -> None:
    store, database = cut_store(home, url)
    heard: list[int] = []
    store.watchers.append(lambda events: heard.extend(event.seq for event in events))
    with store.transaction():
        store.create_run(new_run("first"), ["a"])
        store.start_try("first", "a", 1, log="a.log")
        store.push_value("first", "a", 1, key="k", value="1")
        database.cut()
        with Store.open(home, url=url) as other:
            start_run(other, "second")
        store.push_value("first", "a", 1, key="l", value="2")
    assert [event.seq for event in store.events("second")] == [1]
    assert [event.seq for event in store.events("first")] == heard == [2, 3, 4, 5]
    assert [value.seq for value in store.values("first")] == [4, 5]
    assert store.changed_elsewhere()
    store.close()


def test_what_no_longer_fits_when_the_connection_is_back_is_not_written(home: Path, url: str) -> None:
    store, database = cut_store(home, url)
    start_run(store, "run_1")
    with store.transaction():
        request = store.add_request("run_1", "pause")

    def answer_and_lose() -> None:
        with store.transaction():
            store.answer_request(request, "paused")
            database.cut()
            with Store.open(home, url=url) as other, other.transaction():
                other.answer_request(request, "by another one")
            store.tasks("run_1")

    with pytest.raises(StoreUnavailable, match="others have changed what was being written"):
        answer_and_lose()
    assert [row.answer for row in store.requests("run_1")] == ["by another one"]
    store.close()


def test_a_server_that_stays_away_is_told(home: Path, server: Server, url: str) -> None:
    store, _ = cut_store(home, url, patience=0.1)
    server.stop()
    try:
        with pytest.raises(StoreUnavailable, match=r"was lost .* not been reached again for 0 seconds"):
            store.runs()
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            Store.open(home, url=url)
    finally:
        server.start()
    assert store.runs() == []
    store.close()


@pytest.mark.parametrize("at_once", [False, True])
def test_a_server_that_comes_back_is_found(home: Path, server: Server, url: str, at_once: bool) -> None:
    store, _ = cut_store(home, url)
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "a", 1, log="a.log")
        server.stop(at_once=at_once)
        starting = threading.Thread(target=server.start)
        starting.start()
        store.finish_try("run_1", "a", 1, succeeded())
        starting.join()
    assert [event.kind.value for event in store.events("run_1")][1:] == ["try_started", "try_finished"]
    store.close()


def test_who_has_ended_leaves_no_mark(home: Path, url: str) -> None:
    with Store.open(home, url=url) as store:
        start_run(store)
        assert counted(store, "writers") == 1
    with Store.open(home, url=url) as store:
        assert counted(store, "writers") == 0


def test_a_reader_never_misses_an_event_of_a_lower_number(home: Path, url: str) -> None:
    count, writers = 40, 4
    with Store.open(home, url=url) as store:
        start_run(store, "run")

    def write(task: Callable[[Store, int], object]) -> None:
        with Store.open(home, url=url) as store:
            for number in range(count):
                with store.transaction():
                    task(store, number)

    def ask(store: Store, _: int) -> None:
        store.add_request("run", "pause")
        store.set_paused("run", paused=True)

    threads = [threading.Thread(target=write, args=[ask]) for _ in range(writers)]
    for thread in threads:
        thread.start()
    seen: list[int] = []
    with Store.open(home, url=url, read_only=True) as reader:
        while len(seen) < count * writers + 1:
            last = seen[-1] if seen else 0
            seen += [event.seq for event in reader.events("run", after_seq=last)]
        for thread in threads:
            thread.join()
        assert seen == list(range(1, count * writers + 2))
        assert len(asked(reader, "SELECT id FROM requests")) == count * writers
