from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from flowdesk.gui.usual_times import UsualTimes, usual_times
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.run_view import RunView
from flowdesk.store.store import Store
from tests.builders import bash, failed, new_run, plan_of, succeeded
from tests.gui.sessions import begun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flowdesk.gui.lookup import Lookup


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def runs_of(home: Path, path: str, seconds: Sequence[float], *, fails: bool = False) -> None:
    """Runs of the file in which task `a` took so long."""
    clock = Clock()
    with Store.open(home, clock=clock) as store:
        for number, took in enumerate(seconds):
            run = f"run_{number}{fails}"
            with store.transaction():
                store.create_run(new_run(run, path=path), ["a"])
                store.start_try(run, "a", 1, log="/log")
            clock.now += took
            with store.transaction():
                store.finish_try(run, "a", 1, failed() if fails else succeeded())


def test_the_middle_of_those_that_succeeded_is_told(home: Path) -> None:
    runs_of(home, "/p.toml", [1.0, 50.0, 3.0])
    runs_of(home, "/p.toml", [900.0] * 4, fails=True)
    with Store.open(home, read_only=True) as store:
        assert usual_times(store, path="/p.toml", tasks=["a", "b"]) == {"a": pytest.approx(3.0)}
        assert usual_times(store, path="/other.toml", tasks=["a"]) == {}


class Asked(QObject):
    """A session with one run, and the feed that answers it at once."""

    view_opened = Signal(object)
    view_changed = Signal(object)

    def __init__(self, store: Store, path: str) -> None:
        super().__init__()
        self.path = path
        self.view = RunView(plan_of(bash("a")), "r1")
        self.view.apply(begun())
        self.feed = self
        self.asked = 0
        self._store = store

    def look_up(self, lookup: Lookup) -> None:
        self.asked += 1
        lookup.take(lookup.read(self._store))


def test_what_begins_to_run_is_asked_for_once(home: Path) -> None:
    runs_of(home, "/p.toml", [4.0, 4.0])
    told: list[dict[str, float]] = []
    with Store.open(home, read_only=True) as store:
        session = Asked(store, "/p.toml")
        usual = UsualTimes(session)  # type: ignore[arg-type]  # it has what is asked of a session
        usual.told.connect(told.append)
        session.view_opened.emit(session.view)
        assert told == [{}]
        assert session.asked == 0
        started = Event(2, "r1", 4.0, EventKind.TRY_STARTED, "a", 1, {"pid": 1})
        for _ in range(2):
            session.view_changed.emit(session.view.apply([started]))
        assert told[-1] == {"a": pytest.approx(4.0)}
        assert session.asked == 1
        session.path = "/other.toml"
        session.view_opened.emit(session.view)
        assert told[-1] == {}
