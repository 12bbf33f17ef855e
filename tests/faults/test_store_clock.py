"""The machine's clock jumps by a day: the order stays, and nothing ends before it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.builders import start_run, succeeded
from tests.faults.stores import VERBS, check_sound

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400.0


@pytest.mark.parametrize("jump", [-DAY, DAY], ids=["back", "forward"])
@pytest.mark.parametrize("at", range(1, len(VERBS)))
def test_nothing_ends_before_it_began(home: Path, at: int, jump: float) -> None:
    now = [1_800_000_000.0]
    with Store.open(home, clock=lambda: now[0]) as store:
        for step, verb in enumerate(VERBS):
            now[0] += 1.0 + (jump if step == at else 0.0)
            with store.transaction():
                verb(store)
        events = store.events("run_1")
        assert [event.seq for event in events] == sorted(event.seq for event in events)
        assert [event.at for event in events] == sorted(event.at for event in events)
        check_sound(store)


def test_time_goes_on_at_its_pace_after_a_jump_back(home: Path) -> None:
    now = [1_800_000_000.0]
    with Store.open(home, clock=lambda: now[0]) as store:
        start_run(store)
        now[0] -= DAY
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
        now[0] += 7.0
        with store.transaction():
            store.finish_try("run_1", "a", 1, succeeded())
        (row,) = store.tries("run_1")
        assert row.finished_at == row.started_at + 7.0


def test_a_run_taken_up_a_day_earlier_ends_when_it_began_at_the_earliest(home: Path) -> None:
    with Store.open(home, clock=lambda: 2 * DAY) as store:
        start_run(store)
        with store.transaction():
            store.start_try("run_1", "a", 1, log="a.log")
    with Store.open(home, clock=lambda: DAY) as store:
        with store.transaction():
            store.resume_run("run_1")
            store.finish_run("run_1", RunState.FAILED)
        run = store.find_run("run_1")
        assert (run.started_at, run.finished_at) == (2 * DAY, 2 * DAY)
        assert store.previous_run("/pipelines/test.toml", 2) == run
        check_sound(store)
