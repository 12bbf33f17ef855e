"""What a task's pulls come to when its try starts: the values of the last try of each source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.executor import Given, Input
from flowdesk.plan.instances import UNMAPPED, name_of, split
from flowdesk.plan.states import TaskState
from flowdesk.records import NamedTuple
from flowdesk.store.rows import Pulled

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan, Pull, Source, Task
    from flowdesk.plan.progress import Progress


class Held(NamedTuple):
    """A value that the run holds: its JSON text and the try that pushed it.

    `run` is the id of the run that it is of, where that is an earlier one. What is `secret` is masked
    wherever it is shown.
    """

    value: str
    try_number: int
    run: str | None = None
    secret: bool = False


class Found(NamedTuple):
    """What there is of one source: a mapped one has several, one for each of its tasks."""

    source: Source
    map_index: int
    held: Held | None


class Values:
    """The values that a run holds while it runs. Pulls see the last try of a task, and no earlier one.

    A mapped source stands for all its tasks, in the order of their index. As in Airflow, those that were
    skipped are left out of the list.
    """

    def __init__(self, plan: Plan, progress: Progress) -> None:
        self._plan = plan
        self._progress = progress
        self._held: dict[str, dict[str, Held]] = {}
        self.look_back: Callable[[Source], list[Found]] = lambda _: []
        """What earlier runs have of a source: for pulls that say `earlier`, and tasks that are left out."""
        self.opened: Callable[[str], str] = lambda text: text
        """The text of a value that may be stored as a file."""

    def begin_try(self, name: str) -> None:
        """Forget what earlier tries of the task pushed; the store still has it."""
        self._held.pop(name, None)

    def push(self, name: str, key: str, held: Held) -> None:
        """Take up a pushed value; the same key again replaces it."""
        self._held.setdefault(name, {})[key] = held

    def of(self, name: str) -> dict[str, Held]:
        """What the last try of a task pushed, by key."""
        return self._held.get(name, {})

    def find(self, source: Source) -> list[Found]:
        """What the last try of each task of a source pushed."""
        task = self._plan.tasks.get(source.task)
        if task is None:  # this run is of a part of the pipeline, without that task
            return self.look_back(source) or [Found(source, UNMAPPED, None)]
        if not task.expand:
            return [Found(source, UNMAPPED, self.of(source.task).get(source.key))]
        names = [name_of(source.task, index) for index in range(self._progress.expanded(source.task) or 0)]
        return [
            Found(source, split(name)[1], self.of(name).get(source.key))
            for name in names
            if self._progress.state(name) is not TaskState.SKIPPED
        ]

    def is_empty(self, source: Source) -> bool:
        """Whether a mapped source came to nothing in good order: over an empty list, or all skipped."""
        task = self._plan.tasks.get(source.task)
        states = (TaskState.SUCCESS, TaskState.SKIPPED)
        return task is not None and bool(task.expand) and self._progress.state(task.id) in states

    def pulls(self, task: Task) -> dict[str, list[Found]]:
        """What there is for each argument of a task."""
        pulls: dict[str, list[Found]] = {}
        for pull in task.pulls:
            pulls[pull.argument] = found = []
            for source in pull.sources:
                found += self._found(task, pull, source)
        return pulls

    def _found(self, task: Task, pull: Pull, source: Source) -> list[Found]:
        if source.task == task.id:  # of itself, what it pushed in an earlier run: never what a failed try did
            return self.look_back(source) or [Found(source, UNMAPPED, None)]
        found = self.find(source)
        if pull.earlier and all(one.held is None for one in found):
            return self.look_back(source) or found
        return found

    def is_mapped(self, pull: Pull, found: list[Found]) -> bool:
        """Whether the argument is a list because a source is mapped, or was in the run it is taken from."""
        for one in found:
            if one.map_index != UNMAPPED:
                return True
        for source in pull.sources:
            task = self._plan.tasks.get(source.task)
            if task is not None and task.expand:
                return True
        return False


def missing(task: Task, pulls: dict[str, list[Found]], values: Values) -> str | None:
    """Say which value the task cannot do without and nobody pushed, or None if all are there.

    What is pulled of a task that was mapped over nothing is the empty list, as in Airflow.
    """
    for pull in task.pulls:
        if not pull.required or pull.default is not None:
            continue
        found = pulls[pull.argument]
        absent = _absent(found)
        empty = (source for source in _empty(pull, found) if not values.is_empty(source))
        source = absent.source if absent else next(empty, None)
        if source is None:
            continue
        name = name_of(source.task, absent.map_index if absent else UNMAPPED)
        return (
            f"'{name}' pushed no '{source.key}', pulled here as '{pull.argument}'; "
            "give the pull a default or `required = false` if it may be absent"
        )
    return None


def inputs_of(task: Task, pulls: dict[str, list[Found]], values: Values) -> tuple[Input, ...]:
    """Return the task's arguments with the value of every source, absent ones as None."""
    return tuple([_input(pull, pulls[pull.argument], values) for pull in task.pulls])


def pulled(pulls: dict[str, list[Found]]) -> tuple[Pulled, ...]:
    """Return, for the record, what each argument takes from whom."""
    return tuple(
        [
            _pulled(argument, position, one)
            for argument, found in pulls.items()
            for position, one in enumerate(found)
        ]
    )


def _absent(found: list[Found]) -> Found | None:
    for one in found:
        if one.held is None:
            return one
    return None


def _input(pull: Pull, found: list[Found], values: Values) -> Input:
    given = tuple([_given(one) for one in found])
    many = pull.many or values.is_mapped(pull, found)
    return Input(pull.argument, given, many, pull.default, pull.earlier, _empty(pull, found))


def _empty(pull: Pull, found: list[Found]) -> tuple[Source, ...]:
    """The sources of which there is nothing, not even that nothing was pushed."""
    if len(pull.sources) == 1:
        return () if found else pull.sources
    there = {one.source for one in found}
    return tuple(source for source in pull.sources if source not in there)


def _given(found: Found) -> Given:
    value = found.held.value if found.held else None
    return Given(found.source.task, found.source.key, value, found.map_index)


def _pulled(argument: str, position: int, found: Found) -> Pulled:
    held = found.held
    return Pulled(
        argument,
        position,
        found.source.task,
        found.source.key,
        held.try_number if held else None,
        found.map_index,
        held.run if held else None,
    )
