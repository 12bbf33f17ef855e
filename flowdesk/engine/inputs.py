"""What a task's pulls come to when its try starts: the values of the last try of each source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.executors.executor import Given, Input
from flowdesk.store.rows import Pulled

if TYPE_CHECKING:
    from flowdesk.plan.plan import Pull, Source, Task


@dataclass(frozen=True, slots=True)
class Held:
    """A value that the run holds: its JSON text and the try that pushed it.

    `run` is the id of the run that it is of, where that is an earlier one.
    """

    value: str
    try_number: int
    run: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of one source: a mapped one has several, one for each of its tasks."""

    source: Source
    map_index: int
    held: Held | None


class Values:
    """The values that a run holds while it runs. Pulls see the last try of a task, and no earlier one."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, Held]] = {}

    def begin_try(self, task: str) -> None:
        """Forget what earlier tries of the task pushed; the store still has it."""
        self._held.pop(task, None)

    def push(self, task: str, key: str, held: Held) -> None:
        """Take up a pushed value; the same key again replaces it."""
        self._held.setdefault(task, {})[key] = held

    def find(self, source: Source) -> Held | None:
        """Return the value of a source, or None where its last try pushed nothing."""
        return self._held.get(source.task, {}).get(source.key)

    def missing(self, task: Task) -> str | None:
        """Say which value the task cannot do without and nobody pushed, or None if all are there."""
        for pull in task.pulls:
            if not pull.required or pull.default is not None:
                continue
            for source in pull.sources:
                if self.find(source) is None:
                    return (
                        f"'{source.task}' pushed no '{source.key}', pulled here as '{pull.argument}'; "
                        "give the pull a default or `required = false` if it may be absent"
                    )
        return None

    def inputs(self, task: Task) -> tuple[Input, ...]:
        """Return the task's arguments with the value of every source, absent ones as None."""
        return tuple(self._input(pull) for pull in task.pulls)

    def pulled(self, task: Task) -> tuple[Pulled, ...]:
        """Return, for the record, what each argument takes from whom."""
        return tuple(
            Pulled(pull.argument, position, source.task, source.key, held.try_number if held else None)
            for pull in task.pulls
            for position, source in enumerate(pull.sources)
            for held in [self.find(source)]
        )

    def _input(self, pull: Pull) -> Input:
        given = tuple(self._given(source) for source in pull.sources)
        return Input(pull.argument, given, many=pull.many, default=pull.default)

    def _given(self, source: Source) -> Given:
        held = self.find(source)
        return Given(source.task, source.key, held.value if held else None)
