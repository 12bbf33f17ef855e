from __future__ import annotations

from flowdesk.engine.pace import RAREST, Pace
from flowdesk.executors.executor import Finished, Report
from flowdesk.plan.states import TryState


class World:
    """A disk that takes 10 ms for a commit, and jobs that last as long as is said."""

    def __init__(self, **lasting: float) -> None:
        self.now = 100.0
        self.waits = 0
        self.pace = Pace(lambda: self.now)
        for _ in range(50):  # until the average is there
            self.commit()
        self.commit(*lasting)
        self.ends = {job: self.now + seconds for job, seconds in lasting.items()}

    def commit(self, *jobs: str) -> None:
        self.pace.commit()
        self.now += 0.01
        self.pace.start(jobs)

    def wait(self, timeout: float) -> list[Report]:
        self.waits += 1
        job = min(self.ends, key=lambda one: self.ends[one])
        if self.ends[job] > self.now + timeout:
            self.now += timeout
            return []
        self.now = max(self.now, self.ends.pop(job))
        return [ended(job)]

    def turn(self) -> list[str]:
        """Wait for an end; gives all that is taken up with it."""
        job = min(self.ends, key=lambda one: self.ends[one])
        self.now = max(self.now, self.ends.pop(job))
        return [one.job for one in self.pace.gathered([ended(job)], self.wait)]


def ended(job: str) -> Finished:
    return Finished(job, TryState.SUCCESS)


def test_what_is_over_sooner_than_a_commit_is_taken_up_together() -> None:
    assert World(a=0.001, b=0.002, c=0.003).turn() == ["a", "b", "c"]


def test_what_lasts_longer_than_a_commit_is_not_waited_for_to_its_end() -> None:
    world = World(a=0.001, b=0.002, c=1.0)
    before = world.now
    assert world.turn() == ["a", "b"]
    assert world.now - before < 0.012


def test_what_has_lasted_for_a_while_is_not_waited_for_at_all() -> None:
    world = World(a=0.5, b=1.0)
    assert world.turn() == ["a"]
    assert world.waits == 0


def test_what_ends_alone_does_not_wait() -> None:
    world = World(a=0.001)
    assert world.turn() == ["a"]
    assert world.waits == 0


def test_waiting_in_vain_is_tried_ever_more_rarely() -> None:
    world = World(a=0.001, b=1000.0)
    tried = []
    for _ in range(500):
        before = world.waits
        world.turn()
        tried.append(world.waits > before)
        world.ends["x"] = world.now + 0.01 + 0.001
        world.ends["b"] = world.now + 1000.0
        world.commit("x", "b")
    assert sum(tried[:RAREST]) > sum(tried[-RAREST:]) == 1


def test_a_job_that_lasted_longer_than_a_commit_was_waited_for_in_vain() -> None:
    world = World(a=0.006, b=0.0155)
    assert world.turn() == ["a", "b"]  # 6 ms + a commit's 10 ms
    world.ends = {"c": world.now + 0.011, "d": world.now + 0.012}
    world.commit("c", "d")
    assert world.turn() == ["c"]
