"""What may start now, the most urgent first, and for how much of it there is room.

Tasks that take the same from the same limits queue in one lane, so that where the first has no room none
behind it has, and asking costs by what is handed out and not by what waits. A task that takes fewer slots
of a pool may overtake one that takes more, as in Airflow. What the engine holds itself (`HELD`) takes
no slots at all, as what Airflow defers; nor does a mapped task that is about to be expanded.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush, heapreplace
from typing import TYPE_CHECKING

from flowdesk.plan.instances import name_of, split
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from flowdesk.plan.downstream import Downstream
    from flowdesk.plan.plan import Plan, Task

HELD = frozenset({Kind.WAIT, Kind.APPROVE})
"""The kinds that the engine holds itself: no executor carries them out."""

Key = tuple[int, int, int]
"""What the queue is ordered by: the negative priority, the task's place in the file, the map index."""


class _Lane:
    """A queue of tasks that are limited alike: by a pool's slots, and by how many of `limit` may run."""

    def __init__(
        self, pool: str | None = None, slots: int = 0, limit: int | None = None, *, is_executed: bool = True
    ) -> None:
        self.pool = pool
        self.slots = slots
        self.limit = limit
        self.is_executed = is_executed
        self.running = 0
        self.heap: list[Key] = []


class _Room:
    """What is free while one answer is put together."""

    def __init__(self, queue: Queue, limit: int | None) -> None:
        self.pools = dict(queue.free)
        free = None if queue.most is None else queue.most - queue.running
        bounds = [bound for bound in (limit, free) if bound is not None]
        self.left = max(0, min(bounds)) if bounds else None
        self.taken: dict[_Lane, int] = {}

    def has(self, lane: _Lane) -> bool:
        if lane.limit is not None and lane.running + self.taken.get(lane, 0) >= lane.limit:
            return False
        if not lane.is_executed:
            return True
        return self.left != 0 and (lane.pool is None or self.pools[lane.pool] >= lane.slots)

    def take(self, lane: _Lane) -> None:
        if lane.limit is not None:
            self.taken[lane] = self.taken.get(lane, 0) + 1
        if lane.is_executed:
            if self.left is not None:
                self.left -= 1
            if lane.pool is not None:
                self.pools[lane.pool] -= lane.slots


def _is_limited(task: Task) -> bool:
    """Whether a task does not just take one of the run's slots, as nearly all do."""
    return task.pool is not None or bool(task.expand) or task.kind in HELD


class Queue:
    """The names that may start, and the slots that those that run have taken.

    `free` has the free slots of each pool; `most` is how many tasks may run at once, `running` do.
    `positions` has each task's place in the file. A lane is only noted of what is limited in some way.
    """

    def __init__(self, plan: Plan, downstream: Downstream) -> None:
        self.waiting: set[str] = set()
        self.free = dict(plan.pools)
        self.most = plan.max_active_tasks
        self.running = 0
        self._plan = plan
        self._ids, self.positions = downstream.ids, downstream.positions
        self._plain = _Lane()
        self._all: dict[object, _Lane] = {None: self._plain}
        self._lanes: dict[str, _Lane] = {}
        self._limited = {task.id for task in plan.tasks.values() if _is_limited(task)}
        self._shown: dict[str, tuple[_Lane, Key]] = {}

    def add(self, name: str) -> None:
        """Let a name start when there is room."""
        self.waiting.add(name)
        if name in self.positions:
            key = (-self._plan.tasks[name].priority, self.positions[name], -1)
        else:
            task, index = split(name)
            key = (-self._plan.tasks[task].priority, self.positions[task], index)
        heappush(self._lane(name).heap, key)

    def ready(self, limit: int | None) -> list[str]:
        """The names for which there is room, all together; `limit` of those that are executed."""
        for name, (lane, key) in self._shown.items():  # taken out of their lanes, and few did not start
            if name in self.waiting:
                heappush(lane.heap, key)
        room = _Room(self, limit)
        found: dict[str, tuple[_Lane, Key]] = {}
        heads = [(lane.heap[0], number, lane) for number, lane in enumerate(self._all.values()) if lane.heap]
        heapify(heads)
        while heads:
            key, number, lane = heads[0]
            if not room.has(lane):
                heappop(heads)
                continue
            heappop(lane.heap)
            name = name_of(self._ids[key[1]], key[2])
            if name in self.waiting and name not in found:  # what was taken out and came again is here twice
                room.take(lane)
                found[name] = lane, key
            if lane.heap:
                heapreplace(heads, (lane.heap[0], number, lane))
            else:
                heappop(heads)
        self._shown = found
        return list(found)

    def start(self, name: str) -> None:
        """Take a name out, and its slots."""
        self.waiting.remove(name)
        self._use(name, 1)

    def release(self, name: str) -> None:
        """Give the slots of a started name back."""
        self._use(name, -1)

    def _use(self, name: str, many: int) -> None:
        lane = self._lane(name)
        lane.running += many
        if lane.is_executed:
            self.running += many
            if lane.pool is not None:
                self.free[lane.pool] -= many * lane.slots

    def _lane(self, name: str) -> _Lane:
        if name not in self._limited and name in self.positions:
            return self._plain
        if (lane := self._lanes.get(name)) is None:
            spec = self._plan.tasks.get(name)
            lane = self._new_lane(spec or self._plan.tasks[split(name)[0]], is_one_of=spec is None)
            self._lanes[name] = lane
        return lane

    def _new_lane(self, task: Task, *, is_one_of: bool) -> _Lane:
        if task.expand and not is_one_of:
            return self._all.setdefault("expanded", _Lane(is_executed=False))
        limit = task.max_active_tasks if is_one_of else None
        owner = None if limit is None else task.id
        if task.kind in HELD:
            return self._all.setdefault(("held", owner), _Lane(limit=limit, is_executed=False))
        if task.pool is None and owner is None:
            return self._plain
        slots = 0 if task.pool is None else task.pool_slots
        return self._all.setdefault((task.pool, slots, owner), _Lane(task.pool, slots, limit))
