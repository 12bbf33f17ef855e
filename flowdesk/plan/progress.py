"""The progress of one run as a pure state machine: what may start now, and what follows from each end.

It knows no clock, process or store: whoever drives it says what happened and is told the moves that
follow, in order. Every move of a task goes through `Progress._move`, which holds it to `MOVES`.
Over a whole run the cost is linear in tasks and dependencies, but for the queue that keeps what is
ready in the file's order. A failure is told downstream with its first cause, however far it travels.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from flowdesk.plan.branching import Ways
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import MOVES, RunState, TaskState, TryState
from flowdesk.plan.trigger import Tally, TriggerRule, verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flowdesk.plan.plan import Plan, Task

_ENDS = {
    TryState.SUCCESS: TaskState.SUCCESS,
    TryState.FAILED: TaskState.FAILED,
    TryState.SKIPPED: TaskState.SKIPPED,
    TryState.CANCELLED: TaskState.CANCELLED,
}
_WORDS = {
    TaskState.SUCCESS: "succeeded",
    TaskState.FAILED: "failed",
    TaskState.SKIPPED: "was skipped",
    TaskState.CANCELLED: "was cancelled",
}


class IllegalMove(Exception):
    """A task was moved along no line of `MOVES`, or started before it was ready: a bug of ours."""


@dataclass(frozen=True, slots=True)
class Move:
    """A task's new state. `delay` is in seconds until its next try (with UP_FOR_RETRY only).

    `reason` says why where no try of the task itself brought the move about.
    """

    task: str
    state: TaskState
    reason: str | None = None
    delay: float = 0.0


class Progress:
    """How far one run of a plan has come. Call `begin` first, then `start` and `finish` what is `ready`.

    Ids that the plan does not have raise KeyError; calls out of turn raise IllegalMove.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ids = list(plan.tasks)
        self._positions = {task: position for position, task in enumerate(self._ids)}
        self._states = dict.fromkeys(self._ids, TaskState.WAITING)
        self._tries: dict[str, int] = {}
        self._tallies = {task.id: Tally(len(task.upstream)) for task in plan.tasks.values()}
        self._ways = Ways(plan)
        self._downstream = self._ways.downstream
        self._ready: set[str] = set()
        # A heap of file positions. What has started meanwhile is dropped when it comes up.
        self._queue: list[int] = []
        self._ended: dict[TaskState, int] = {}
        self._left = len(self._ids)
        self._is_cancelled = False

    def begin(self) -> list[Move]:
        """Make ready what waits for nothing. Returns what follows at once: joints without upstream."""
        moves: list[Move] = []
        for task in self._ids:
            if self._states[task] is TaskState.WAITING and task not in self._ready:
                self._decide(task, None, moves)
        return self._follow(moves)

    def ready(self, limit: int | None = None) -> list[str]:
        """The tasks that may start now, in the file's order; the first `limit` of them if given.

        With a limit this costs by the limit and not by how many are ready. Tasks that wait for a
        retry's delay are not among them.
        """
        found: list[int] = []
        while self._queue and (limit is None or len(found) < limit):
            position = heappop(self._queue)
            # A task made ready again can lie here twice, then next to itself.
            if self._ids[position] in self._ready and position not in found[-1:]:
                found.append(position)
        for position in found:
            heappush(self._queue, position)
        return [self._ids[position] for position in found]

    def start(self, task: str) -> int:
        """Begin the next try of a ready task. Returns its number, from 1."""
        if task not in self._ready:
            raise IllegalMove(f"{task} is {self._states[task]} and not ready to start")
        self._ready.remove(task)
        self._move(task, TaskState.RUNNING)
        self._tries[task] = number = self.tries(task) + 1
        return number

    def finish(self, task: str, outcome: TryState, *, followed: Collection[str] | None = None) -> list[Move]:
        """End the running try of a task. Returns the task's own move, then everything that follows.

        `followed` is what a branch picked, task or group ids out of its choices; for a short circuit
        `()` says that it ended the way. None: all that comes after the task may go on.
        """
        if self._states[task] is not TaskState.RUNNING:
            raise IllegalMove(f"{task} is {self._states[task]}, so no try of it can end")
        state = _ENDS[outcome]
        spec = self._plan.tasks[task]
        if state is TaskState.FAILED and self.tries(task) <= spec.retries and not self._is_cancelled:
            return [self._move(task, TaskState.UP_FOR_RETRY, delay=spec.retry_delay)]
        moves = [self._move(task, state)]
        if state is TaskState.SUCCESS and followed is not None:
            moves += self._left_out(task, followed)
        return self._follow(moves)

    def retry(self, task: str) -> None:
        """Make a task that is up for retry ready again: its delay is over."""
        if self._states[task] is not TaskState.UP_FOR_RETRY:
            raise IllegalMove(f"{task} is {self._states[task]} and not up for retry")
        self._make_ready(task)

    def cancel(self) -> list[Move]:
        """Cancel whatever is neither final nor running. A try that fails after this is not retried."""
        self._is_cancelled = True
        self._ready.clear()
        return [
            self._move(task, TaskState.CANCELLED, reason="the run was cancelled")
            for task, state in self._states.items()
            if state is not TaskState.RUNNING and not state.is_final
        ]

    def state(self, task: str) -> TaskState:
        """How a task stands."""
        return self._states[task]

    def tries(self, task: str) -> int:
        """How many tries of a task have begun."""
        return self._tries.get(task, 0)

    @property
    def is_over(self) -> bool:
        """Whether every task is in a final state."""
        return not self._left

    @property
    def outcome(self) -> RunState:
        """How the run stands: RUNNING until it is over, then what its tasks make of it."""
        if not self.is_over:
            return RunState.RUNNING
        if TaskState.CANCELLED in self._ended:
            return RunState.CANCELLED
        failed = {TaskState.FAILED, TaskState.UPSTREAM_FAILED} & self._ended.keys()
        return RunState.FAILED if failed else RunState.SUCCESS

    def _move(self, task: str, state: TaskState, *, reason: str | None = None, delay: float = 0.0) -> Move:
        before = self._states[task]
        if state not in MOVES[before]:
            raise IllegalMove(f"{task} cannot move from {before} to {state}")
        self._states[task] = state
        if not MOVES[state]:
            self._left -= 1
            self._ended[state] = self._ended.get(state, 0) + 1
        return Move(task, state, reason, delay)

    def _follow(self, moves: list[Move]) -> list[Move]:
        for move in moves:  # grows while it is walked: consequences have consequences
            for task in self._downstream.get(move.task, ()):
                self._tallies[task].add(move.state)
                if self._states[task] is TaskState.WAITING and task not in self._ready:
                    self._decide(task, move, moves)
        return moves

    def _left_out(self, task: str, followed: Collection[str]) -> list[Move]:
        """Skip what a branch did not pick, or all that comes after a short circuit that ended the way.

        As in Airflow, whatever the rules of these tasks are; but what runs already is left alone.
        """
        skipped: Iterable[str]
        if self._plan.tasks[task].kind is Kind.SHORT_CIRCUIT:
            skipped, why = self._ways.beyond(task), f"{task} ended the way"
        else:
            skipped, why = self._ways.not_followed(task, followed), f"{task} did not pick it"
        return [self._skip(one, why) for one in skipped if self._states[one] is TaskState.WAITING]

    def _skip(self, task: str, why: str) -> Move:
        self._ready.discard(task)
        return self._move(task, TaskState.SKIPPED, reason=why)

    def _decide(self, task: str, because: Move | None, moves: list[Move]) -> None:
        spec = self._plan.tasks[task]
        found = verdict(spec.trigger_rule, self._tallies[task])
        if found is TaskState.RUNNING:
            if spec.kind is Kind.JOINT:
                moves.append(self._move(task, TaskState.SUCCESS))
            else:
                self._make_ready(task)
        elif found is not None:
            moves.append(self._move(task, found, reason=_cause(spec, because)))

    def _make_ready(self, task: str) -> None:
        self._ready.add(task)
        heappush(self._queue, self._positions[task])


def _cause(task: Task, because: Move | None) -> str | None:
    """The first cause; where it takes a trigger rule to follow from it, that rule as well."""
    if because is None:
        return None
    if because.reason is not None:
        return because.reason
    cause = f"{because.task} {_WORDS.get(because.state, 'ended')}"
    if task.trigger_rule is TriggerRule.ALL_SUCCESS:
        return cause
    return f"{cause}, and the trigger rule of {task.id} is {task.trigger_rule}"
