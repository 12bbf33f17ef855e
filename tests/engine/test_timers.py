"""What is due when."""

from __future__ import annotations

from flowdesk.engine.timers import TICK, Due, Timers


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_due_comes_in_order_and_once() -> None:
    clock = Clock()
    timers = Timers(clock)
    timers.add(Due.RETRY, "b/1", 2)
    timers.add(Due.LOOK, "a/1", 1)
    timers.add(Due.RUN_TIMEOUT, "run", 60)
    assert timers.due() == []
    clock.now += 2
    assert timers.due() == [(Due.LOOK, "a/1"), (Due.RETRY, "b/1")]
    assert timers.due() == []


def test_the_loop_waits_until_the_next_is_due_but_no_longer_than_a_tick() -> None:
    clock = Clock()
    timers = Timers(clock)
    assert timers.timeout() == TICK
    timers.add(Due.LOOK, "a/1", 0.05)
    assert round(timers.timeout(), 6) == 0.05
    clock.now += 1
    assert timers.timeout() == 0
