"""The progress of one run as a pure state machine: what may start now, and what follows from each end.

It knows no clock, process or store: whoever drives it says what happened and is told the moves that
follow, in order. The parts have a file each: how all stand (`standings`), what follows from an end
(`cascade`), for how much there is room (`capacity`), groups that are tried again (`group_retries`),
setups and teardowns (`teardowns`), and what people change (`by_hand`).

Names are ids, or `train[3]` for what `expand` made. Any move takes a name out of what it was about: a delay
that was told with UP_FOR_RETRY no longer counts once another move of that name is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan import anew, by_hand
from flowdesk.plan.backoff import delay_of
from flowdesk.plan.capacity import HELD
from flowdesk.plan.cascade import BRANCHES, Cascade
from flowdesk.plan.standings import IllegalMove, Move, Standing, Standings
from flowdesk.plan.states import ENDS, RunState, TaskState, TryState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from flowdesk.plan.plan import Plan

__all__ = ["HELD", "IllegalMove", "Move", "Progress", "Standing"]


def _random() -> float:
    from random import random  # 1 ms, and few tasks are retried

    return random()  # noqa: S311 - when to try again is no secret


class Progress:
    """How far one run of a plan has come. Call `begin` first, then `start` and `finish` what is `ready`.

    `spread` gives the jitter of retry delays, numbers in [0, 1). `group_retries` says how often each group
    was tried again. Names that the run does not have raise KeyError; calls out of turn raise IllegalMove.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        spread: Callable[[], float] = _random,
        group_retries: Mapping[str, int] | None = None,
    ) -> None:
        self._plan = plan
        self._spread = spread
        self._standings = Standings(plan)
        self._states = self._standings.states
        self._cascade = Cascade(plan, self._standings, group_retries or {})
        self._queue = self._cascade.queue
        self._groups = self._cascade.groups
        self._is_cancelled = False

    @classmethod
    def restored(
        cls,
        plan: Plan,
        standings: Iterable[Standing],
        *,
        spread: Callable[[], float] = _random,
        group_retries: Mapping[str, int] | None = None,
    ) -> Progress:
        """The progress of a run that another engine left. Call `begin` next.

        What ran waits again, its try was interrupted and costs no retry. What is up for retry stays so
        until `retry` is called.
        """
        progress = cls(plan, spread=spread, group_retries=group_retries)
        for standing in standings:
            progress._standings.restore(standing)
        progress._standings.complete()
        progress._cascade.restore()
        return progress

    def begin(self) -> list[Move]:
        """Make ready what waits for nothing. Returns what follows at once: joints without upstream."""
        for task in self._standings.expanded:
            if not self._groups.is_doomed(task):
                self._make_ready(self._standings.live(task))
        moves = self._cascade.decide_all(self._plan.tasks, [])
        return moves + anew.try_groups_again(self._cascade, self._groups.doomed_members())

    def ready(self, limit: int | None = None) -> list[str]:
        """The names that may start now and all together: by priority, the file's order, the index.

        `limit` counts what an executor carries out; what the engine holds itself (`HELD`) and mapped tasks
        that are to be expanded come beyond it. They take no slots. With a limit this costs by what is handed
        out and not by how many are ready. What waits for a retry's delay is not among them.
        """
        return self._queue.ready(limit)

    def expand(self, task: str, count: int) -> list[Move]:
        """Make so many tasks of a mapped one that is ready; they are ready in its place.

        Returns no move of its own that it runs now, but those of what an earlier expansion made. Nothing to
        expand: the task is skipped, and all that follows.
        """
        if task not in self._queue.waiting or not self._plan.tasks[task].expand:
            raise IllegalMove(f"{task} is {self._states[task]} and not ready to be expanded")
        self._queue.waiting.remove(task)
        if not count:
            moves = [self._standings.move(task, TaskState.SKIPPED, reason="nothing to expand")]
            return self._cascade.follow(moves + self._cascade.drop_made(task))
        moves = self._standings.expand(task, count)
        self._standings.move(task, TaskState.RUNNING)
        self._cascade.widen(task, count - 1)
        self._make_ready(self._standings.live(task))
        return moves

    def start(self, name: str) -> int:
        """Begin the next try of what is ready. Returns its number, from 1."""
        if name not in self._queue.waiting:
            raise IllegalMove(f"{name} is {self._states[name]} and not ready to start")
        self._standings.move(name, TaskState.RUNNING)
        self._queue.start(name)
        self._standings.tries[name] = number = self.tries(name) + 1
        return number

    def finish(
        self,
        name: str,
        outcome: TryState,
        *,
        followed: Collection[str] | None = None,
        retry: bool = True,
    ) -> list[Move]:
        """End the running try of a name. Returns its own move, then everything that follows.

        `followed` is what a branch picked, task or group ids out of its choices; for a short circuit
        `()` says that it ended the way. None: all that comes after the task may go on. Without `retry` a
        failure is for good. A try that was interrupted costs none, and its task is ready again.
        """
        if self._states[name] is not TaskState.RUNNING or name in self._standings.expanded:
            raise IllegalMove(f"{name} is {self._states[name]}, so no try of it can end")
        self._queue.release(name)
        if outcome is TryState.INTERRUPTED and not self._is_cancelled:
            return self._interrupt(name)
        state = ENDS[outcome]
        if state is TaskState.FAILED:
            self._standings.failures[name] = self.failures(name) + 1
            if retry and self._may_retry(name):
                delay = delay_of(self._standings.task(name), self.failures(name), self._spread)
                return [self._standings.move(name, TaskState.UP_FOR_RETRY, delay=delay)]
        return self._end(name, state, followed)

    def hinder(self, task: str, reason: str) -> list[Move]:
        """Keep a ready task from starting, because of what is outside this run; and all that follows."""
        self._queue.waiting.discard(task)
        moves = self._cascade.follow([self._standings.move(task, TaskState.UPSTREAM_FAILED, reason=reason)])
        return moves + self._cascade.drop_made(task) + anew.try_groups_again(self._cascade, [task])

    def retry(self, name: str) -> None:
        """Make what is up for retry ready again: its delay is over."""
        if self._states[name] is not TaskState.UP_FOR_RETRY:
            raise IllegalMove(f"{name} is {self._states[name]} and not up for retry")
        task = self._standings.owners.get(name, name)
        if not self._groups.is_doomed(task) or self._plan.tasks[task].teardown is not None:
            self._queue.add(name)

    def give_up(self, name: str, reason: str) -> list[Move]:
        """Cancel what is up for retry, or was made of a mapped task and waits; and all that follows."""
        state = self._states[name]
        is_made = name in self._standings.owners
        if state is not TaskState.UP_FOR_RETRY and not (is_made and state is TaskState.WAITING):
            raise IllegalMove(f"{name} is {state} and not up for retry")
        self._queue.waiting.discard(name)
        return self._end(name, TaskState.CANCELLED, None, reason=reason)

    def cancel(self, reason: str | None = None, *, hard: bool = False) -> list[Move]:
        """Cancel whatever is neither final nor running. A try that fails after this is not retried.

        Teardowns that have something to undo still run, and are tried again if they fail; unless `hard`.
        """
        self._is_cancelled = True
        return by_hand.cancel(self._cascade, reason, hard=hard)

    def clear(self, names: Iterable[str], *, downstream: bool = True) -> list[Move]:
        """Let tasks, and all that comes after them, wait again and run anew with new retries.

        The setups in whose scope they are, and their teardowns, are cleared too. Raises IllegalMove,
        with a sentence, where one of all these is running; then nothing has changed.
        """
        moves = by_hand.clear(self._cascade, names, downstream=downstream)
        self._is_cancelled = False
        return moves

    def rerun(self, names: Iterable[str]) -> list[Move]:
        """Let tasks wait again and run anew, but not what comes after them; what they took has changed.

        Joints behind them join anew, and what never ran because of them is decided anew. Raises
        IllegalMove as `clear` does.
        """
        moves = by_hand.rerun(self._cascade, names)
        self._is_cancelled = False
        return moves

    def mark(self, name: str, state: TaskState) -> list[Move]:
        """Say that a task ended as SUCCESS, FAILED or SKIPPED, whether it ran or not: a try of its own.

        What never ran because of how it stood before is decided anew. Raises IllegalMove, with a
        sentence, where it is running.
        """
        moves = by_hand.mark(self._cascade, name, state)
        self._standings.tries[name] = self.tries(name) + 1
        return moves

    def failed(self) -> list[str]:
        """What did not get where it should: failed, upstream_failed and cancelled names, to be cleared."""
        bad = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.CANCELLED)
        names = (name for task in self._plan.tasks for name in self._standings.live(task))
        return [name for name in names if self._states[name] in bad]

    def state(self, name: str) -> TaskState:
        """How a name stands."""
        return self._states[name]

    def tries(self, name: str) -> int:
        """How many tries of a name have begun."""
        return self._standings.tries.get(name, 0)

    def failures(self, name: str) -> int:
        """How many tries of a name failed since it was last cleared."""
        return self._standings.failures.get(name, 0)

    def expanded(self, task: str) -> int | None:
        """How many tasks were made of a mapped one, or None."""
        return self._standings.expanded.get(task)

    def names(self, task: str) -> list[str]:
        """The names that carry a task out: those made of it once it is expanded, else itself."""
        return list(self._standings.live(task))

    @property
    def group_retries(self) -> dict[str, int]:
        """How often each group that has retries was tried again."""
        return dict(self._groups.counts)

    @property
    def is_over(self) -> bool:
        """Whether every task is in a final state."""
        return not self._standings.left

    @property
    def outcome(self) -> RunState:
        """How the run stands: RUNNING until it is over, then what its tasks make of it."""
        return self._standings.outcome

    def _make_ready(self, names: Iterable[str]) -> None:
        for name in names:
            if self._states[name] is TaskState.WAITING:
                self._queue.add(name)

    def _interrupt(self, name: str) -> list[Move]:
        moves = [self._standings.move(name, TaskState.WAITING, reason="its try was interrupted")]
        task = self._standings.owners.get(name, name)
        if not self._groups.is_doomed(task):
            self._queue.add(name)
        return moves + anew.try_groups_again(self._cascade, [task])

    def _may_retry(self, name: str) -> bool:
        task = self._standings.task(name)
        is_ending = self._is_cancelled or self._groups.is_doomed(task.id)
        return self.failures(name) <= task.retries and (not is_ending or task.teardown is not None)

    def _end(
        self, name: str, state: TaskState, followed: Collection[str] | None, *, reason: str | None = None
    ) -> list[Move]:
        task = self._standings.task(name)
        moves = [self._standings.move(name, state, reason=reason)]
        if name != task.id:
            if state is TaskState.SUCCESS and task.kind in BRANCHES:
                self._cascade.left_out.pick(task.id, followed)
            moves += self._cascade.end_mapped(task.id)
        elif state is TaskState.SUCCESS:
            moves += self._cascade.leave_out(name, followed)
        if state is TaskState.FAILED and task.teardown is None and not self._is_cancelled:
            anew.doom(self._cascade, task.id)
        self._cascade.follow(moves)
        if self._groups.doomed:
            moves += anew.try_groups_again(self._cascade, [task.id])
        return moves
