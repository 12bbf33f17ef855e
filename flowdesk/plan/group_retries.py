"""Groups that are tried again as a whole, and what is kept from the outside until they ended for good.

To whatever depends on its tasks from outside, such a group is a unit: how they ended is told once all of
them did and no further try of the group comes. A task that failed for good dooms the innermost group
around it that has tries left: nothing more starts in it but teardowns of what was set up, and when all
that runs has ended, all its tasks wait again, those of groups inside it too. Airflow has nothing like it.

A group's tries are counted afresh when a task in it is cleared, and for a group inside when the one around
it is tried again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.cycles import knots
from flowdesk.plan.names import groups_around
from flowdesk.plan.order import is_inside
from flowdesk.plan.states import OPEN, TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flowdesk.plan.plan import Plan
    from flowdesk.plan.standings import Standings


class GroupRetries:
    """The groups with retries. `around` has those of each task inside one, the innermost first.

    `members` are the tasks of each, `counts` how often each was tried again, `doomed` those that will be.
    """

    def __init__(self, plan: Plan, standings: Standings, counts: Mapping[str, int]) -> None:
        self._plan = plan
        self._standings = standings
        self.counts = {group.id: counts.get(group.id, 0) for group in plan.groups.values() if group.retries}
        self.members: dict[str, list[str]] = {group: [] for group in self.counts}
        self.around: dict[str, tuple[str, ...]] = {}
        self.doomed: set[str] = set()
        self._settled: set[str] = set()
        self._told: set[str] = set()
        self._inside: dict[str, list[str]] = {group: [group] for group in self.counts}
        self._running = dict.fromkeys(self.counts, 0)
        self._between: set[tuple[str, str]] = set()
        self._held: dict[str, list[tuple[str, str]]] = {group: [] for group in self.counts}
        self._open: dict[str, int] = {}
        if self.counts:
            self._find_members()
            for depth in range(max(map(len, self.around.values()), default=0)):
                self._find_between(depth)
            self._find_held()
            standings.watcher = self._note

    def _find_members(self) -> None:
        for task in self._plan.tasks:
            around = tuple(group for group in reversed(groups_around(task)) if group in self.counts)
            for group in around:
                self.members[group].append(task)
            if around:
                self.around[task] = around
        self._open = {group: len(members) for group, members in self.members.items()}
        for group in self.counts:
            for outer in groups_around(group):
                if outer in self.counts:
                    self._inside[outer].append(group)

    def _find_between(self, depth: int) -> None:
        """Find who comes after a group and before it; the groups of one depth count as one task each."""

        def unit(task: str) -> str:
            around = self.around.get(task, ())
            return around[-1 - depth] if len(around) > depth else task

        edges = [(unit(one), task.id) for task in self._plan.tasks.values() for one in task.upstream]
        graph: dict[str, set[str]] = {unit(task): set() for task in self._plan.tasks}
        for source, target in edges:
            graph[source].add(unit(target))
        knot_of = {node: knot for knot in knots(graph) if len(knot) > 1 for node in knot}
        inside: dict[str, list[str]] = {}
        for task in self._plan.tasks if knot_of else ():
            inside.setdefault(unit(task), []).append(task)
        for group in self.counts.keys() & knot_of.keys():
            others = (node for node in knot_of[group] if node != group)
            self._between.update((group, task) for node in others for task in inside[node])

    def _find_held(self) -> None:
        for task in self._plan.tasks.values():
            for source in task.upstream:
                if group := self.barrier(source, task.id):
                    self._held[group].append((source, task.id))

    def barrier(self, source: str, target: str) -> str | None:
        """The outermost group that keeps from `target` how `source` ended, until it ended for good."""
        outermost = None
        for group in self.around.get(source, ()):
            if not is_inside(target, group) and (group, target) not in self._between:
                outermost = group
        return outermost

    def is_told(self, source: str, target: str) -> bool:
        """Whether `target` knows how `source` stands."""
        barrier = self.barrier(source, target) if self.around else None
        return barrier is None or barrier in self._settled

    def held(self, group: str) -> list[tuple[str, str]]:
        """The dependencies that lead out of a group: each source with its target."""
        return self._held[group]

    def is_doomed(self, task: str) -> bool:
        """Whether a task will wait again anyway."""
        return bool(self.doomed) and any(group in self.doomed for group in self.around.get(task, ()))

    def doom(self, task: str) -> str | None:
        """Note that a task failed for good. Returns the group that is tried again for it, if one is."""
        for group in self.around.get(task, ()):
            if group in self.doomed:
                return group
            if self.counts[group] < self._plan.groups[group].retries:
                self.doomed.add(group)
                return group
        return None

    def idle(self, task: str) -> str | None:
        """The outermost doomed group around a task, if nothing runs in it any more."""
        doomed = [group for group in self.around.get(task, ()) if group in self.doomed]
        return doomed[-1] if doomed and not self._running[doomed[-1]] else None

    def doomed_members(self) -> list[str]:
        """One task of each doomed group."""
        return [self.members[group][0] for group in sorted(self.doomed)]

    def spare(self, task: str) -> list[str]:
        """Doom those groups around a task no more in which none has failed now. Returns them."""
        around = self.around.get(task, ())
        spared = [group for group in around if group in self.doomed and not self.failed(group)]
        self.doomed.difference_update(spared)
        return spared

    def try_again(self, group: str) -> str:
        """Count a further try of a group. Returns a sentence that says so."""
        self._forget(group)
        self.counts[group] += 1
        return f"group '{group}' is tried again ({self.counts[group]} of {self._plan.groups[group].retries})"

    def clear(self, tasks: Iterable[str]) -> list[str]:
        """Count the tries of all groups around tasks afresh. Returns the tasks of those doomed no more."""
        concerned: list[str] = []
        for group in self._of(tasks):
            self.counts[group] = 0
            if group in self.doomed and not self.failed(group):
                self.doomed.remove(group)
                concerned += self.members[group]
        return concerned

    def misled(self, group: str) -> list[str]:
        """Who outside was told how a group ended that is now tried again: somebody had it go on."""
        if group not in self._told:
            return []
        self._told.remove(group)
        return [target for _, target in self._held[group]]

    def outside(self, tasks: Iterable[str]) -> list[str]:
        """Who is to be told again once the groups around these tasks have ended for good again."""
        return [target for group in self._of(tasks) for _, target in self._held[group]]

    def _of(self, tasks: Iterable[str]) -> dict[str, None]:
        return dict.fromkeys(group for task in tasks for group in self.around.get(task, ()))

    def _forget(self, group: str) -> None:
        for inner in self._inside[group]:
            self._settled.discard(inner)
            self.doomed.discard(inner)
            if inner != group:
                self.counts[inner] = 0
                self._told.discard(inner)

    def settle(self, task: str) -> Iterator[str]:
        """The groups around a task that have now ended for good."""
        for group in self.around.get(task, ()):
            if not self._open[group] and group not in self.doomed and group not in self._settled:
                self._settled.add(group)
                self._told.add(group)
                yield group

    def failed(self, group: str) -> bool:
        """Whether a task of a group has failed that is no teardown."""
        states, tasks = self._standings.states, self._plan.tasks
        return any(
            states[task] is TaskState.FAILED and tasks[task].teardown is None for task in self.members[group]
        )

    def resume(self) -> None:
        """Take up the groups of a run that was left, in mid-failure maybe."""
        for group in self.counts:
            if not self._open[group]:
                self._settled.add(group)
                self._told.add(group)
            elif self.counts[group] < self._plan.groups[group].retries and self.failed(group):
                self.doomed.add(group)

    def _note(self, name: str, before: TaskState, state: TaskState) -> None:
        task = self._standings.owners.get(name, name)
        is_own = task == name
        runs = 0 if is_own and task in self._standings.expanded else 1
        for group in self.around.get(task, ()):
            self._running[group] += runs * ((state is TaskState.RUNNING) - (before is TaskState.RUNNING))
            if is_own:
                self._open[group] += (state in OPEN) - (before in OPEN)
                if state in OPEN:
                    self._settled.discard(group)
