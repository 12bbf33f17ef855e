"""Rows that are written with others of their statement, when something asks for them or at the commit.

A statement for one row costs more on its way to the database than there, and to a server it is a journey. So
what a turn writes waits, and is put together. Two rules keep it right:

* Whatever asks, or writes at once, comes after all that waits.
* Statements are put in `ORDER`, which is that of a task's life, and the rows of one in the order they came.
  Where a task goes the other way (cleared, it starts anew in the same turn), all that waits is put before.
  Rows of different tasks do not depend on each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Row = tuple[Any, ...]  # Any: the values of a statement's parameters, in their order

ORDER = (
    "start_task",
    "start_try",
    "add_pulls",
    "record_pid",
    "push_value",
    "finish_try",
    "end_task",
    "move_task",
    "clear_task",
    "add_event",
)

OF_WHAT_IS_THERE = {"start_task", "record_pid", "finish_try", "end_task", "move_task", "clear_task"}
"""Each row of these is about one that must be there: no event may tell of one that is not."""

_PLACES = {query: place for place, query in enumerate(ORDER)}


class Gathered:
    """What waits. `put` carries out named statements for rows, and returns how many each has changed."""

    def __init__(self, put: Callable[[list[tuple[str, list[Row]]]], Iterable[int]]) -> None:
        self._put = put
        self._rows: dict[str, list[Row]] = {}
        self._reached: dict[str, int] = {}

    def add(self, query: str, task: str, *rows: Row) -> None:
        """Have rows wait that are about a task of this name."""
        place = _PLACES[query]
        if place < self._reached.get(task, 0):
            self.put()
        self._reached[task] = place
        if query in self._rows:
            self._rows[query] += rows
        else:
            self._rows[query] = [*rows]

    def put(self) -> None:
        """Put what waits.

        Raises:
            LookupError: it is about a row that is not there.
        """
        if not self._rows:
            return
        waiting = self._rows
        self.forget()
        statements = [(query, waiting[query]) for query in ORDER if query in waiting]
        for (query, rows), changed in zip(statements, self._put(statements), strict=True):
            if changed != len(rows) and query in OF_WHAT_IS_THERE:
                raise LookupError(f"{query}: there is no such row, or one of {len(rows)} is not: {rows[:3]}")

    def forget(self) -> None:
        """Let go of what waits."""
        self._rows, self._reached = {}, {}
