"""What follows from a task's end: who may start, who never will, and so on, until nothing more follows.

Each end is told to the direct downstream once, so that over a whole run the cost is linear in tasks and
dependencies. A failure is told downstream with its first cause, however far it travels. Where states
change otherwise (somebody clears or marks, a group is tried again, a run is taken up), `recount` works
out anew what the tasks concerned know of their upstream.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.branching import LeftOut, Ways
from flowdesk.plan.capacity import Queue
from flowdesk.plan.group_retries import GroupRetries
from flowdesk.plan.plan import Kind
from flowdesk.plan.standings import Move, Standings
from flowdesk.plan.states import OPEN, TaskState
from flowdesk.plan.teardowns import Setups
from flowdesk.plan.trigger import Tally, TriggerRule, verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from flowdesk.plan.plan import Plan, Task

BRANCHES = frozenset({Kind.BRANCH, Kind.SHORT_CIRCUIT})
"""The kinds that pick who goes on."""

_WORDS = {
    TaskState.SUCCESS: "succeeded",
    TaskState.FAILED: "failed",
    TaskState.SKIPPED: "was skipped",
    TaskState.CANCELLED: "was cancelled",
}


class Cascade:
    """Decides what waits. `derived` are the tasks whose end was decided by how their upstream ended."""

    def __init__(self, plan: Plan, standings: Standings, group_retries: Mapping[str, int]) -> None:
        self.plan = plan
        self.standings = standings
        self.ways = Ways(plan)
        self.left_out = LeftOut(self.ways, plan)
        self.setups = Setups(plan, self.ways.downstream)
        self.groups = GroupRetries(plan, standings, group_retries)
        self.queue = Queue(plan, self.ways.downstream)
        self.derived: set[str] = set()
        self._states = standings.states
        self._tallies = {task.id: Tally(len(task.upstream)) for task in plan.tasks.values()}
        self._patient = {
            task.id
            for task in plan.tasks.values()
            if len(task.upstream) > 1
            and task.trigger_rule is TriggerRule.ALL_SUCCESS
            and not self.setups.asks(task.id)
        }
        """Those of which one more success decides nothing while others before them are open."""

    def follow(self, moves: list[Move]) -> list[Move]:
        """Tell the ends among the moves to whom they concern. Returns the moves with all that follow."""
        for move in moves:  # grows while it is walked: consequences have consequences
            if move.state in OPEN or move.state is TaskState.REMOVED:
                continue
            task = self.standings.owners.get(move.task, move.task)
            if task not in self.standings.expanded or task != move.task:
                self._tell(task, move, moves)
            if task == move.task:
                self._end(task, move, moves)
        return moves

    def leave_out(self, task: str, followed: Collection[str] | None) -> list[Move]:
        """Skip what a branch did not pick. What runs already is left alone."""
        if followed is None:
            return []
        moves: list[Move] = []
        for one in self.left_out.leave_out(task, followed):
            self._skip_left_out(one, moves)
        return moves

    def end_mapped(self, task: str) -> list[Move]:
        """End a mapped task with the last of those made of it."""
        if self._states[task] is not TaskState.RUNNING:
            return []
        state = self.standings.end_of(task)
        if state is TaskState.RUNNING:
            return []
        moves = [self.standings.move(task, state, reason=self.standings.told(task, state))]
        if state is TaskState.SUCCESS and self.plan.tasks[task].kind in BRANCHES:
            moves += self.leave_out(task, self.left_out.picked(task))
        return moves

    def decide(self, task: str, because: Move | None, moves: list[Move]) -> None:
        """Let a waiting task start, or end, if that is known by now."""
        if self.groups.doomed and self.groups.is_doomed(task):
            return
        if self._skip_left_out(task, moves):
            return
        spec = self.plan.tasks[task]
        found = self._verdict(spec)
        if found is TaskState.RUNNING:
            if spec.kind is Kind.JOINT:
                moves.append(self.standings.move(task, TaskState.SUCCESS))
            else:
                self.queue.add(task)
        elif found is not None:
            self.derived.add(task)
            moves.append(self.standings.move(task, found, reason=_cause(spec, because)))
            moves += self.drop_made(task)

    def decide_all(self, tasks: Iterable[str], moves: list[Move]) -> list[Move]:
        """Decide those of these tasks that wait and are not ready, then all that follows."""
        for task in tasks:
            if task not in self.queue.waiting and self._states[task] is TaskState.WAITING:
                self.decide(task, None, moves)
        return self.follow(moves)

    def settle(self, task: str, moves: list[Move]) -> list[Move]:
        """Tell the outside how the groups around a task ended, if now they did for good."""
        for group in self.groups.settle(task):
            self._settle(group, moves)
        return moves

    def restore(self) -> None:
        """Go on from how the tasks stand now: nothing is ready until it is decided."""
        states, tries = self._states, self.standings.tries
        for task in self.plan.tasks:
            is_untried = states[task] in (TaskState.SKIPPED, TaskState.CANCELLED) and not tries.get(task)
            if states[task] is TaskState.UPSTREAM_FAILED or is_untried:
                self.derived.add(task)
        self.left_out.infer(self.standings)
        self.groups.resume()
        self.recount(self.plan.tasks)

    def recount(self, tasks: Iterable[str]) -> None:
        """Let tasks know anew how their upstream stand; none of them is ready until it is decided."""
        for task in tasks:
            self.queue.waiting.discard(task)
            upstream = self.plan.tasks[task].upstream
            self._tallies[task] = tally = Tally(sum(self.standings.expanded.get(one, 1) for one in upstream))
            for source in upstream:
                if self.groups.is_told(source, task):
                    self._count_ends(source, tally)

    def concerned(self, tasks: Iterable[str]) -> list[str]:
        """Those that look at how one of these tasks stands, and wait."""
        after: dict[str, None] = {}
        for task in tasks:
            after |= dict.fromkeys(self.ways.downstream.of(task))
            after |= dict.fromkeys(self.setups.scopes.get(task, ()))
        return [task for task in after if self._states[task] is TaskState.WAITING]

    def widen(self, task: str, more: int) -> None:
        """Let the direct downstream of a task wait for so many more: it was expanded."""
        for target in self.ways.downstream.of(task):
            self._tallies[target].open += more

    def drop_made(self, task: str) -> list[Move]:
        """Remove what was made of a task in an earlier life, as it will not be expanded again."""
        if task in self.standings.expanded or task not in self.standings.made:
            return []
        return self.standings.remove(self.standings.made[task], f"{task} is not expanded")

    def seen(self, source: str, target: str) -> TaskState:
        """How a task stands to another one's knowledge."""
        return self._states[source] if self.groups.is_told(source, target) else TaskState.WAITING

    def _verdict(self, spec: Task) -> TaskState | None:
        if self.setups.asks(spec.id):
            found = self.setups.verdict(spec.id, lambda setup: self.seen(setup, spec.id))
            if found is not TaskState.RUNNING:
                return found
        found = verdict(spec.trigger_rule, self._tallies[spec.id])
        if found is TaskState.RUNNING and self.setups.is_in_use(
            spec.id, lambda user: self.seen(user, spec.id)
        ):
            return None
        return found

    def _tell(self, task: str, because: Move, moves: list[Move]) -> None:
        is_unit, is_success = task in self.groups.around, because.state is TaskState.SUCCESS
        for target in self.ways.downstream.of(task):
            if is_unit and self.groups.barrier(task, target):
                continue
            tally = self._tallies[target]
            tally.add(because.state)
            if tally.open and is_success and target in self._patient and not self.left_out.whys(target):
                continue
            self._look(target, because, moves)

    def _look(self, target: str, because: Move, moves: list[Move]) -> None:
        if self._states[target] is TaskState.WAITING and target not in self.queue.waiting:
            self.decide(target, because, moves)

    def _end(self, task: str, move: Move, moves: list[Move]) -> None:
        """Tell the end of a whole task to those in its scope, and that of its groups to the outside."""
        for target in self.setups.scopes.get(task, ()):
            self._look(target, move, moves)
        if task in self.groups.around:
            self.settle(task, moves)

    def _settle(self, group: str, moves: list[Move]) -> None:
        held = self.groups.held(group)
        for source, target in held:
            self._count_ends(source, self._tallies[target])
        for source, target in held:
            if not self._skip_left_out(target, moves):
                self._look(target, Move(source, self._states[source]), moves)
        for source in self.groups.members[group] if self.setups.scopes else ():
            for target in self.setups.scopes.get(source, ()):
                self._look(target, Move(source, self._states[source]), moves)

    def _count_ends(self, source: str, tally: Tally) -> None:
        """Add how a source ended to a tally that has it among the open ones."""
        if source not in self.standings.expanded:
            if self._states[source] not in OPEN:
                tally.add(self._states[source])
            return
        for state, many in self.standings.counts[source].items():
            if many and state not in OPEN and state is not TaskState.REMOVED:
                tally.add(state, many)

    def _skip_left_out(self, task: str, moves: list[Move]) -> bool:
        """Skip a task that waits, or was about to start, where a branch did not pick it."""
        if self._states[task] is not TaskState.WAITING:
            return False
        for source, why in self.left_out.whys(task).items():
            if self.groups.is_told(source, task):
                self.queue.waiting.discard(task)
                self.derived.add(task)
                moves.append(self.standings.move(task, TaskState.SKIPPED, reason=why))
                moves += self.drop_made(task)
                return True
        return False


def _cause(task: Task, because: Move | None) -> str | None:
    """The first cause; where it takes a trigger rule to follow from it, that rule as well."""
    if because is None:
        return None
    if because.reason is not None:
        return because.reason
    cause = f"{because.task} {_WORDS.get(because.state, 'ended')}"
    if task.teardown is not None and because.task in task.teardown:
        return f"{cause}, so there is nothing for {task.id} to undo"
    if task.trigger_rule is TriggerRule.ALL_SUCCESS:
        return cause
    return f"{cause}, and the trigger rule of {task.id} is {task.trigger_rule}"
