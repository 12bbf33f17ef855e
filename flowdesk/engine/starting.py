"""What may start is started: written down, then handed to the executor, held, or ended on the spot.

A try that cannot be carried out is a try all the same: its row is written, and then its end with the reason.
Such an end is not retried, as nothing would be different.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import listed
from flowdesk.engine.expansion import Unexpandable, expansion_of
from flowdesk.engine.held import Unholdable, asks_of
from flowdesk.engine.inputs import inputs_of, missing, pulled
from flowdesk.engine.jobs import Jobs, Unstartable
from flowdesk.engine.timers import Due
from flowdesk.engine.world import Attempt
from flowdesk.executors.executor import Finished
from flowdesk.plan.instances import UNMAPPED, split
from flowdesk.plan.plan import Kind
from flowdesk.plan.progress import HELD
from flowdesk.plan.states import TaskState, TryState
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from flowdesk.engine.expansion import Expansion
    from flowdesk.engine.held import HeldTries
    from flowdesk.engine.inputs import Found
    from flowdesk.engine.jobs import Prepared
    from flowdesk.engine.leaves import Leaves
    from flowdesk.engine.tries import Tries
    from flowdesk.engine.world import World
    from flowdesk.executors.executor import Job
    from flowdesk.plan.plan import Task


MOST_STARTS = 100
"""How many tries begin in one turn. Thousands may end on the spot (cached, or mapped over nothing), and
whoever asks something of the run is answered between two turns."""


class Starter:
    """Starts what is ready, as far as the executor has slots, and not too much in one turn.

    `may_have_more`: the turn was too short for all that could start.
    """

    def __init__(self, world: World, leaves: Leaves, tries: Tries, held: HeldTries) -> None:
        self.may_have_more = False
        self._world = world
        self._tries = tries
        self._held = held
        self._leaves = leaves
        self._jobs = Jobs(world, leaves)
        self._expansions: dict[str, Expansion] = {}

    def start_ready(self) -> list[Job]:
        """Begin a try of all that may start. The jobs are for the executor, once all is committed."""
        jobs: list[Job] = []
        left, progress, executor = MOST_STARTS, self._world.progress, self._world.executor
        while left:
            names = progress.ready(executor.slots - len(self._tries.carried))[:left]
            begun = [job for job in map(self._start, names) if job is not None]
            jobs += begun
            left -= len(names)
            if len(begun) == len(names):  # nothing is over already, so nothing more is ready
                break
        self.may_have_more = not left
        return jobs

    def retry(self, attempt_id: str) -> None:
        """Make a task ready again whose delay is over, unless something else became of it meanwhile."""
        name, _, number = attempt_id.rpartition("/")
        progress = self._world.progress
        if progress.state(name) is TaskState.UP_FOR_RETRY and progress.tries(name) == int(number):
            progress.retry(name)

    def _start(self, name: str) -> Job | None:
        """Begin a try. None: it is held, or over already."""
        task = self._world.task(name)
        if task.depends_on_past and self._is_hindered(name):
            return None
        if task.expand and split(name)[1] == UNMAPPED:
            self._expand(name)
            return None
        attempt = Attempt(name, self._world.progress.start(name))
        try:
            pulls = self._pulls(task, name)
        except Unexpandable as refusal:  # the list that it was expanded over was edited since
            self._begin(attempt, {})
            self._refuse(attempt, str(refusal))
            return None
        self._world.values.begin_try(name)
        try:
            prepared = self._prepare(attempt, task, pulls)
        except Unstartable as refusal:
            self._begin(attempt, pulls)
            self._refuse(attempt, str(refusal))
            return None
        self._begin(attempt, pulls, prepared)
        return self._hand_over(attempt, prepared)

    def _is_hindered(self, name: str) -> bool:
        """Whether a task must not start, because of how it last went; then that is its end."""
        progress = self._world.progress
        if progress.state(name) is not TaskState.WAITING or split(name)[1] != UNMAPPED:  # not its first try
            return False
        reason = self._leaves.past.hinders(name)
        if reason is not None:
            self._tries.move(progress.hinder(name, reason))
        return reason is not None

    def _expand(self, task_id: str) -> None:
        """Make the tasks of a mapped one; where that cannot be done, a try of the task itself fails."""
        world = self._world
        try:
            expansion = expansion_of(world.plan.tasks[task_id], world.values)
        except Unexpandable as refusal:
            attempt = Attempt(task_id, world.progress.start(task_id))
            self._begin(attempt, {})
            self._refuse(attempt, str(refusal))
            return
        self._expansions[task_id] = expansion
        if expansion.count:
            world.store.expand_task(world.run_id, task_id, expansion.count)
        self._tries.move(world.progress.expand(task_id, expansion.count))

    def forget_expansions(self) -> None:
        """Look anew at what mapped tasks are expanded to: a value was edited."""
        self._expansions.clear()

    def _expansion(self, task_id: str) -> Expansion:
        """What a task was expanded to; by an engine that is gone, maybe.

        Raises:
            Unexpandable: it comes to less now, or nothing.
        """
        if task_id not in self._expansions:
            task = self._world.plan.tasks[task_id]
            found = expansion_of(task, self._world.values)
            if found.count < (self._world.progress.expanded(task_id) or 0):
                raise Unexpandable(
                    f"'{task_id}' was expanded over a list that was edited since; clear it as a whole"
                )
            self._expansions[task_id] = found
        return self._expansions[task_id]

    def _pulls(self, task: Task, name: str) -> dict[str, list[Found]]:
        pulls = self._world.values.pulls(task)
        if task.expand:
            pulls = {**pulls, **self._expansion(task.id).pulls(split(name)[1])}
        for found in pulls.values():
            for one in found:
                if one.held is not None and one.held.secret:  # this engine may not have seen it pushed
                    self._leaves.secrets.learn(decode(one.held.value))
        return pulls

    def _prepare(self, attempt: Attempt, task: Task, pulls: dict[str, list[Found]]) -> Prepared:
        """What a try carries out.

        Raises:
            Unstartable: something that it needs is not there.
        """
        if reason := missing(task, pulls, self._world.values):
            raise Unstartable(reason)
        inputs = inputs_of(task, pulls, self._world.values)
        if task.expand:
            inputs += self._expansion(task.id).inputs(split(attempt.name)[1])
        return self._jobs.prepare(attempt, task, inputs)

    def _begin(
        self, attempt: Attempt, pulls: dict[str, list[Found]], prepared: Prepared | None = None
    ) -> None:
        """Write down that a try begins."""
        world, task = self._world, self._world.task(attempt.name)
        asks = None
        if prepared and prepared.job.kind is Kind.APPROVE:
            asks = asks_of(prepared.job, timeout=task.answer_timeout, mask=self._leaves.mask)
        world.store.start_try(
            world.run_id,
            attempt.name,
            attempt.number,
            log=prepared.job.log if prepared else self._jobs.log_of(attempt),
            pulls=pulled(pulls),
            rendered=prepared.rendered if prepared else None,
            fingerprint=prepared.fingerprint if prepared else None,
            asks=asks,
        )
        if task.timeout is not None and prepared:
            world.timers.add(Due.TRY_TIMEOUT, attempt.id, task.timeout)

    def _hand_over(self, attempt: Attempt, prepared: Prepared) -> Job | None:
        if (reused := prepared.reused) is not None:
            for row in reused.values:
                self._tries.push(attempt, row.key, row.value, type=row.type)
            edited = [row.key for row in reused.values if row.is_edited]
            reason = f"of the cached values, {listed(edited)} was edited" if edited else None
            ended = Finished(attempt.id, TryState.SUCCESS, reason)
            self._tries.end(attempt, ended, cached_from=reused.run_id)
            return None
        if prepared.job.kind not in HELD:
            return self._tries.carry(attempt, prepared.job)
        try:
            self._held.hold(attempt, prepared.job)
        except Unholdable as refusal:
            self._refuse(attempt, str(refusal))
        return None

    def _refuse(self, attempt: Attempt, reason: str) -> None:
        told = self._leaves.mask(reason)  # it may tell what a template came to
        self._tries.end(attempt, Finished(attempt.id, TryState.FAILED, told, no_retry=True))
