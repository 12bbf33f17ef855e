"""A transaction on a server, written down as it goes, so that another connection can carry it out again.

The rules, and why:

* Writers take turns: whoever has the one row of `flowdesk_store` locked writes. So events are committed in
  the order of their numbers, and no reader who saw one misses an earlier one that was committed later;
  sequences of the servers would not give that. Nobody else changes anything in between, as in a SQLite file.
* When the connection is lost, all that was asked is carried out again on the next one. The caller goes on as
  if nothing had been. If what it asks now changes another number of rows than before, somebody else has had
  a turn in between and what is said no longer fits: then nothing is written.
* A connection that is lost on COMMIT says nothing about what became of it. So each turn leaves its number in
  `writers`; whoever finds it there has committed.
* Events are numbered from where the row stands. If others had their turn meanwhile, the numbers move up
  (`shift`); those said to the caller stay as they were until the end of the transaction.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from flowdesk.records import NamedTuple
from flowdesk.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[str, Any], Any]  # Any: as in `Database.ask`
    Statements = list[tuple[str, list[dict[str, Any]]]]  # Any: as above

NUMBERED = {"create_run", "add_request"}
"""What numbers its row. Carried out again, it gives the number that was said."""

MAKE_SURE = {"add_definition", "remove_definition"}
"""What others may have done meanwhile, and all is well."""


class Done(NamedTuple):
    """A query that was carried out."""

    query: str
    parameters: Any
    result: Any


class Turn:
    """One transaction. `ask` puts a query to the connection of the moment, `ask_together` several for rows.

    `is_question` tells which queries only ask. `writer` and `number` name the turn among all there were.
    """

    def __init__(
        self,
        ask: Ask,
        ask_together: Callable[[Statements], list[int]],
        is_question: Callable[[str], bool],
        *,
        writer: str,
        number: int,
    ) -> None:
        self.shift = 0
        self.changes = 0
        """How often the store had been changed when the turn began."""
        self.is_committed = False
        self._ask = ask
        self._ask_together = ask_together
        self._is_question = is_question
        self._writer = writer
        self._number = number
        self._first: int | None = None
        self._events = 0
        self._done: list[Done] = []

    @property
    def wrote(self) -> bool:
        """Whether anything was written."""
        return bool(self._done)

    def begin(self) -> None:
        """Wait for the turn; and do again what was done before the connection was lost."""
        seq, self.changes = self._ask("take_turn", {})
        if self._first is None:
            self._first = seq
            return
        if self._ask("last_turn_of", {"writer": self._writer}) == self._number:
            self.is_committed = True
            return
        self.shift = seq - self._first
        for query, parameters, result in self._done:
            again = self._put(query, parameters)
            if again != result and query not in MAKE_SURE:
                raise StoreUnavailable(
                    "the connection to the store was lost, and others have changed what was being written"
                )

    def carry_out(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - as `Database.ask`
        """Put a query."""
        if query in NUMBERED:
            result = self._put(query, {**parameters, "given": None})
            parameters = {**parameters, "given": result}
        else:
            result = self._put(query, parameters)
        if not self._is_question(query):
            self._done.append(Done(query, parameters, result))
        return result

    def carry_out_together(self, statements: Statements) -> list[int]:
        """Put statements that change rows, for rows; returns how many each has changed."""
        moved = (
            [(query, _moved(rows, self.shift)) for query, rows in statements] if self.shift else statements
        )
        results = self._ask_together(moved)
        done = zip(statements, results, strict=True)
        self._done += [Done(query, rows, result) for (query, rows), result in done]
        return results

    def next_number(self) -> int:
        """The number of the next event, as it is said to the caller."""
        self._events += 1
        return (self._first or 0) + self._events

    def end(self) -> None:
        """Write down that the turn is over, to be committed with the rest."""
        seq = (self._first or 0) + self.shift + self._events
        self._ask("mark_turn", {"writer": self._writer, "turn": self._number, "now": time.time()})
        self._ask("end_turn", {"seq": seq, "changes": self.changes + 1})

    def _put(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - as above
        if self.shift:
            parameters = _moved(parameters, self.shift)
        return self._ask(query, parameters)


def _moved(parameters: Any, shift: int) -> Any:  # noqa: ANN401 - as `Database.ask`
    if isinstance(parameters, list):
        return [_moved(row, shift) for row in parameters]
    return {**parameters, "seq": parameters["seq"] + shift} if "seq" in parameters else parameters
