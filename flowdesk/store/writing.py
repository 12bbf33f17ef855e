"""Transactions: what is written in one is committed, and told to whoever watches, all together."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import UNMAPPED, split
from flowdesk.store.errors import StoreReadOnly
from flowdesk.store.reusing import Reuser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from flowdesk.store.database import Database


class Writer(Reuser):
    """A reader that can also write. `watchers` are called after each commit with the events in it.

    Its time never goes back: where the clock does, a day's worth of what happened would else seem to have
    ended before it began. It goes on from where it was, as fast as the clock.
    """

    def __init__(
        self, home: Path, database: Database, *, clock: Callable[[], float], read_only: bool
    ) -> None:
        super().__init__(home, database)
        self.watchers: list[Callable[[list[Event]], None]] = []
        self._inside = f"{home}/"
        self._clock = clock
        self._ahead, self._latest = 0.0, float("-inf")
        self._read_only = read_only
        self._uncommitted: list[Event] | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is written inside, or nothing of it if an exception leaves.

        Raises:
            StoreReadOnly, StoreBusy, StoreFull, StoreCorrupt, StoreGone, StoreUnavailable: nothing was
                written.
        """
        if self._uncommitted is not None:
            raise RuntimeError("a transaction inside a transaction")
        if self._read_only:
            raise StoreReadOnly(f"the store {self.where} was opened for reading only")
        try:
            with self._database.transaction() as committed:
                events = self._uncommitted = []
                yield
        except BaseException:
            self._numbers.clear()  # a run may be among what is undone
            raise
        finally:
            self._uncommitted = None
        if committed.shift:
            events = [event._replace(seq=event.seq + committed.shift) for event in events]
        if events:
            for watcher in tuple(self.watchers):
                watcher(events)

    def _moment(self) -> float:
        """The time of a verb. Verbs begin with it, so that none of them writes outside a transaction."""
        if self._uncommitted is None:
            raise RuntimeError("the store is written in a transaction only: `with store.transaction(): …`")
        now = self._clock() + self._ahead
        if now < self._latest:
            self._ahead += self._latest - now
            now = self._latest
        self._latest = now
        return now

    # Any: the parameters are what the SQL names.
    def _do(self, query: str, **parameters: Any) -> int:  # noqa: ANN401 - as above
        """Carry out a statement and return how many rows it changed, or the new row's number."""
        return int(self._database.ask(query, parameters))

    def _do_one(self, query: str, **parameters: Any) -> None:  # noqa: ANN401 - as above
        """Carry out a statement about a row that must be there: no event may tell of one that is not."""
        if self._do(query, **parameters) != 1:
            raise LookupError(f"{query}: there is no such row: {parameters}")

    def _event(
        self,
        run_id: str,
        kind: EventKind,
        at: float,
        name: str | None = None,
        number: int | None = None,
        /,  # as the data has a kind of its own, where it is about a request
        **data: Any,  # noqa: ANN401 - the keys depend on the kind
    ) -> Event:
        return self._note(run_id, kind, at, name, number, data, json.dumps(data))

    def _note(  # noqa: PLR0913, PLR0917 - an event is what it is, and thousands are made in a second
        self,
        run_id: str,
        kind: EventKind,
        at: float,
        name: str | None,
        number: int | None,
        data: dict[str, Any],
        text: str,
        /,
    ) -> Event:
        """Write down an event; `text` is its data as JSON."""
        task, map_index = (None, UNMAPPED) if name is None else split(name)
        seq = self._database.next_number()
        row = (seq, self._number(run_id), at, kind._value_, task, map_index, number, text)
        self._database.later("add_event", "", row)
        event = Event(seq, run_id, at, kind, task, number, data, map_index)
        if self._uncommitted is not None:
            self._uncommitted.append(event)
        return event
