"""What `expand` makes of a task: one task for each item, or for each combination of items of several lists.

As in Airflow, the last list turns fastest, and an index says which combination is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from flowdesk.executors.executor import Given, Input
from flowdesk.plan.instances import name_of
from flowdesk.xcom.values import decode, encode

if TYPE_CHECKING:
    from flowdesk.engine.inputs import Found, Values
    from flowdesk.plan.plan import Expand, Task

LIMIT = 1024
"""How many tasks are made of one at the most, where it says nothing else. Airflow's max_map_length."""


class Unexpandable(Exception):
    """A task cannot be expanded; the message is the reason, one sentence."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One argument and its items (JSON texts). `found` is where they come from; empty: they are written."""

    argument: str
    items: tuple[str, ...]
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Expansion:
    """All combinations of the items of the axes."""

    axes: tuple[Axis, ...]

    @property
    def count(self) -> int:
        """How many tasks there are."""
        return prod(len(axis.items) for axis in self.axes)

    def inputs(self, index: int) -> tuple[Input, ...]:
        """The arguments of the task of an index, from 0."""
        # Given under no task: what `xcom_pull` of the source gives is the whole list.
        return tuple(
            Input(axis.argument, (Given("", "", item),))
            for axis, item in zip(self.axes, self._items(index), strict=True)
        )

    def pulls(self) -> dict[str, list[Found]]:
        """Where the items of each argument come from, for the record."""
        return {axis.argument: list(axis.found) for axis in self.axes if axis.found}

    def _items(self, index: int) -> list[str]:
        items = []
        for axis in reversed(self.axes):
            index, position = divmod(index, len(axis.items))
            items.append(axis.items[position])
        return items[::-1]


def expansion_of(task: Task, values: Values) -> Expansion:
    """Return what a task is expanded to.

    Raises:
        Unexpandable: a list is not there, is no list, or makes more tasks than the task's limit.
    """
    expansion = Expansion(tuple(_axis(expand, values) for expand in task.expand))
    limit = task.expand_limit or LIMIT
    if expansion.count > limit:
        raise Unexpandable(
            f"expand makes {expansion.count:,} tasks of it, more than its limit of {limit:,}; "
            "`expand_limit` raises it"
        )
    return expansion


def _axis(expand: Expand, values: Values) -> Axis:
    if expand.source is None:
        return Axis(expand.argument, _items(expand.items or "[]", expand.argument))
    found = values.find(expand.source)
    for one in found:
        if one.held is None:
            name = name_of(one.source.task, one.map_index)
            raise Unexpandable(
                f"'{name}' pushed no '{one.source.key}', over which '{expand.argument}' is expanded"
            )
    texts = [one.held.value for one in found if one.held is not None]
    mapped = found and found[0].map_index >= 0
    items = tuple(texts) if mapped or not texts else _items(texts[0], expand.argument)
    return Axis(expand.argument, items, tuple(found))


def _items(text: str, argument: str) -> tuple[str, ...]:
    value = decode(text)
    if not isinstance(value, (list, tuple, set, frozenset)):
        raise Unexpandable(f"'{argument}' is expanded over a list, not over a {type(value).__name__}")
    texts = [encode(item) for item in value]
    # A set has another order in every process, and an index must mean the same after a resume.
    return tuple(sorted(texts) if isinstance(value, (set, frozenset)) else texts)
