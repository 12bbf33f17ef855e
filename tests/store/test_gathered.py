from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.gathered import ORDER, Gathered
from flowdesk.store.queries import in_order, named
from flowdesk.store.rows import FinishedTry, Pulled
from flowdesk.store.store import Store
from tests.builders import new_run
from tests.store.raw import asked, sqlite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Put = list[tuple[str, list[tuple[Any, ...]]]]


@pytest.fixture
def put() -> Put:
    return []


@pytest.fixture
def gathered(put: Put) -> Gathered:
    def note(statements: Put) -> list[int]:
        put.extend(statements)
        return [len(rows) for _, rows in statements]

    return Gathered(note)


def test_rows_of_a_statement_go_together_and_a_try_starts_before_it_ends(
    gathered: Gathered, put: Put
) -> None:
    for task in ("a", "b"):
        gathered.add("add_event", "", (task,))
        gathered.add("start_try", task, (task,))
        gathered.add("finish_try", task, (task,))
    gathered.put()
    assert [(query, len(rows)) for query, rows in put] == [
        ("start_try", 2),
        ("finish_try", 2),
        ("add_event", 2),
    ]


def test_a_task_that_starts_after_it_was_cleared_waits_for_no_other(gathered: Gathered, put: Put) -> None:
    gathered.add("clear_task", "a", (1,))
    gathered.add("start_task", "b", (2,))
    assert put == []
    gathered.add("start_task", "a", (3,))
    gathered.put()
    assert put == [("start_task", [(2,)]), ("clear_task", [(1,)]), ("start_task", [(3,)])]


def test_what_was_put_or_forgotten_is_not_put_again(gathered: Gathered, put: Put) -> None:
    gathered.add("start_task", "a", (1,))
    gathered.put()
    gathered.add("start_task", "a", (2,))
    gathered.forget()
    gathered.put()
    assert put == [("start_task", [(1,)])]


def test_a_row_about_what_is_not_there_is_a_mistake() -> None:
    gathered = Gathered(lambda statements: [len(rows) - 1 for _, rows in statements])
    gathered.add("finish_try", "a", (1,))
    with pytest.raises(LookupError, match="no such row"):
        gathered.put()


@pytest.mark.parametrize("folders", [("sqlite",), ("served", "postgresql"), ("served", "mysql")])
def test_every_statement_that_waits_takes_rows_of_its_parameters(folders: tuple[str, ...]) -> None:
    for query in ORDER:
        one = named(*folders)[query]
        assert one.sign == "*!"
        assert one.parameters
        sql, pick = in_order(one)
        first, *parts = sql.split("?")
        names = one.parameters if pick is None else pick(one.parameters)
        assert first + "".join(f":{name}{part}" for name, part in zip(names, parts, strict=True)) == one.sql


# What may be done to a task, by a word and a number that say how.
def _start(store: Store, name: str, number: int, how: int) -> None:
    pulls = [Pulled("x", place, "c", "k", None) for place in range(how)]
    store.start_try("run_1", name, number, log=f"{store.home}/{name}.log", pulls=pulls, rendered=str(how))


def _end(store: Store, name: str, number: int, how: int) -> None:
    state, to = list(ENDS.items())[how]
    reason = None if to is TaskState.SUCCESS else f"ended \ud800 {how}"
    followed = ("b", "c") if how == 1 else None
    ended = FinishedTry(state, to, reason, how, "SIGTERM", 2.5 * how, how, followed, pid=how or None)
    store.finish_try("run_1", name, number, ended)


ENDS = {
    TryState.SUCCESS: TaskState.SUCCESS,
    TryState.FAILED: TaskState.UP_FOR_RETRY,
    TryState.CANCELLED: TaskState.CANCELLED,
}
MOVES = (TaskState.SKIPPED, TaskState.WAITING, TaskState.RUNNING)

ACTS: dict[str, Callable[[Store, str, int, int], object]] = {
    "start": _start,
    "end": _end,
    "pid": lambda store, name, number, how: store.record_pid("run_1", name, number, 100 + how),
    "push": lambda store, name, number, how: store.push_value(
        "run_1", name, number, key=f"k{how % 2}", value=f'"é {how}"', secret=how == 2
    ),
    "move": lambda store, name, _, how: store.move_task("run_1", name, MOVES[how], "why"),
    "expand": lambda store, _name, _number, how: store.expand_task("run_1", "m", how),
    "ask": lambda store, _name, _number, _how: store.values("run_1"),
}

ACT = st.tuples(
    st.sampled_from([*ACTS, "start", "end", "push"]),
    st.sampled_from(["a", "b", "m[0]", "m[1]"]),
    st.integers(1, 2),
    st.integers(0, 2),
)

TABLES = ("runs", "tasks", "tries", "xcoms", "pulls", "events")


def rows_after(turns: list[list[tuple[str, str, int, int]]], *, at_once: bool) -> Iterator[object]:
    """How each turn ended, and all rows of the store after it."""
    ticks = [count(1)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with Store.open(home, clock=lambda: float(next(ticks[0]))) as store:
            database = sqlite(store)
            if at_once:

                def put_at_once(query: str, task: str, *rows: tuple[Any, ...]) -> None:
                    database._gathered.add(query, task, *rows)
                    database._gathered.put()

                database.later = put_at_once  # the plain way, to compare with
            store._vault.seal = lambda text: f"sealed {text}"  # type: ignore[method-assign]  # as it is never twice the same
            with store.transaction():
                store.create_run(new_run(), ["a", "b", "m"])
                store.expand_task("run_1", "m", 2)
            for number, turn in enumerate(turns, 1):
                told: list[object] = []
                ticks[0] = count(100 * number)  # one that is refused is so earlier, or later
                store.watchers = [told.extend]
                try:
                    with store.transaction():
                        for act, name, number_of_try, how in turn:
                            ACTS[act](store, name, number_of_try, how)
                except (LookupError, database.connection.IntegrityError):
                    yield "refused"
                yield told
                yield [asked(store, f"SELECT * FROM {table}") for table in TABLES]  # noqa: S608 - our words
                assert told == store.events("run_1")[-len(told) :] or not told


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(ACT, max_size=8), min_size=1, max_size=4))
def test_what_waits_leaves_the_very_rows_that_are_left_by_one_after_the_other(
    turns: list[list[tuple[str, str, int, int]]],
) -> None:
    assert list(rows_after(turns, at_once=False)) == list(rows_after(turns, at_once=True))
