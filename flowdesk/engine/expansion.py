"""What `expand` makes of a task: one task for each item, or for each combination of items of several lists.

As in Airflow, the last list turns fastest, and an index says which combination is meant; of a dict each item
is a tuple of key and value.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from flowdesk.executors.executor import Given, Input
from flowdesk.plan.instances import UNMAPPED, name_of
from flowdesk.records import NamedTuple
from flowdesk.xcom.files import FileLost
from flowdesk.xcom.values import decode, encode

if TYPE_CHECKING:
    from flowdesk.engine.inputs import Found, Values
    from flowdesk.plan.plan import Expand, Task

LIMIT = 1024
"""How many tasks are made of one at the most, where it says nothing else. Airflow's max_map_length."""


class Unexpandable(Exception):
    """A task cannot be expanded; the message is the reason, one sentence."""


class Axis(NamedTuple):
    """One argument and its items (JSON texts). `found` is where they come from; empty: they are written."""

    argument: str
    items: tuple[str, ...]
    found: tuple[Found, ...] = ()

    @property
    def is_mapped(self) -> bool:
        """Whether each item is what one task of a mapped source pushed."""
        return bool(self.found) and self.found[0].map_index != UNMAPPED


class Expansion:
    """All combinations of the items of the axes."""

    def __init__(self, axes: tuple[Axis, ...]) -> None:
        self.axes = axes

    @property
    def count(self) -> int:
        """How many tasks there are."""
        return prod(len(axis.items) for axis in self.axes)

    def inputs(self, index: int) -> tuple[Input, ...]:
        """The arguments of the task of an index, from 0."""
        # Given under no task: what `xcom_pull` of the source gives is the whole list.
        return tuple(
            Input(axis.argument, (Given("", "", item),))
            for axis, position in zip(self.axes, self._positions(index), strict=True)
            for item in [axis.items[position]]
        )

    def pulls(self, index: int) -> dict[str, list[Found]]:
        """Where the item of each argument comes from, for the record of the task of an index."""
        return {
            axis.argument: [axis.found[position if axis.is_mapped else 0]]
            for axis, position in zip(self.axes, self._positions(index), strict=True)
            if axis.found
        }

    def _positions(self, index: int) -> list[int]:
        positions = []
        for axis in reversed(self.axes):
            index, position = divmod(index, len(axis.items))
            positions.append(position)
        return positions[::-1]


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
    axis = Axis(expand.argument, tuple(texts), tuple(found))
    if axis.is_mapped or not texts:
        return axis
    try:
        text = values.opened(texts[0])
    except FileLost as error:
        raise Unexpandable(f"'{expand.argument}' cannot be expanded: {error}") from error
    return axis._replace(items=_items(text, expand.argument))


def _items(text: str, argument: str) -> tuple[str, ...]:
    value = decode(text)
    if isinstance(value, dict):
        return tuple(map(encode, value.items()))
    if not isinstance(value, (list, tuple, set, frozenset)):
        raise Unexpandable(f"'{argument}' is expanded over a list, not over a {type(value).__name__}")
    texts = [encode(item) for item in value]
    # A set has another order in every process, and an index must mean the same after a resume.
    return tuple(sorted(texts) if isinstance(value, (set, frozenset)) else texts)
