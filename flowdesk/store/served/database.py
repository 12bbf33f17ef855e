"""A database on a server: one connection, made anew when it is lost, and what was under way done again."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from time import monotonic, sleep, time
from types import GeneratorType
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import uuid4

from flowdesk.store.errors import StoreBusy, StoreUnavailable
from flowdesk.store.gathered import Gathered
from flowdesk.store.queries import named
from flowdesk.store.served.turn import Turn
from flowdesk.xcom.passwords import masked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flowdesk.store.served.server import Server

FIRST_PAUSE, LONGEST_PAUSE = 0.02, 1.0
"""Seconds between two attempts to reach a server: doubled each time."""

FORGOTTEN_AFTER = 30 * 86_400.0
"""Seconds after which nobody asks any more whether the transaction of a writer was committed."""


class Lost(StoreUnavailable):
    """The connection to the server is gone."""


class Served:
    """A database on a server, opened. `prepare` is called with the first connection."""

    def __init__(self, server: Server, *, patience: float, prepare: Callable[[Server, Any], None]) -> None:
        self.where = server.where
        self._server = server
        self._patience = patience
        self._turn: Turn | None = None
        self._named = named(*server.folders)
        self._gathered = Gathered(self._put_rows)
        self.later = self._gathered.add
        self._turns = 0
        self._writer = uuid4().hex
        self.connection = self._connected()
        try:
            self._prepare(prepare)
        except BaseException:
            self.connection.close()
            raise
        self._seen = self._changes()
        self._has_missed = False

    def _prepare(self, prepare: Callable[[Server, Any], None]) -> None:
        try:
            prepare(self._server, self.connection)
        except self._server.errors as error:
            self._raise(error)

    # Any: as in `Database`.
    def ask(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - as above
        """Put a named query."""
        self._gathered.put()
        turn = self._turn
        if turn is None:
            return self._stubbornly(lambda: self._put(query, parameters))
        return self._stubbornly(lambda: turn.carry_out(query, parameters))

    def next_number(self) -> int:
        """The number of the next event, as far as nobody has a turn before this one is committed."""
        if self._turn is None:
            raise RuntimeError("events are numbered in a transaction only")
        return self._turn.next_number()

    @contextmanager
    def transaction(self) -> Iterator[Turn]:
        """Commit what is asked inside, or nothing of it."""
        self._turns += 1
        turn = Turn(self._put, self._put_together, self._is_question, writer=self._writer, number=self._turns)
        self._stubbornly(lambda: self._begin(turn))
        self._turn = turn
        try:
            yield turn
            self._gathered.put()
            self._stubbornly(lambda: self._commit(turn))
        except BaseException:
            self._gathered.forget()
            self._roll_back()
            raise
        finally:
            self._turn = None

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has committed anything since this was last asked."""
        before = self._seen
        if self._turn is None:
            self._seen = self._changes()
        changed, self._has_missed = self._has_missed or self._seen != before, False
        return changed

    def give_back(self, *, is_quiet: bool) -> None:
        """Nothing: a server uses free room again by itself."""

    def complaints(self) -> list[str]:
        """Nothing: a server looks after its files, and after what rows refer to."""
        return []

    def close(self) -> None:
        """End the connection."""
        with suppress(Exception):
            if self._turns:
                self._put("forget_writer", {"writer": self._writer})
                self._put("forget_writers", {"before": time() - FORGOTTEN_AFTER})
        with suppress(Exception):
            self.connection.close()

    def _changes(self) -> int:
        return int(self._stubbornly(lambda: self._put("changes", {})))

    def _begin(self, turn: Turn) -> None:
        self._execute("BEGIN")
        try:
            turn.begin()
        except BaseException:
            self._roll_back()
            raise
        self._has_missed |= turn.changes != self._seen
        self._seen = turn.changes

    def _commit(self, turn: Turn) -> None:
        if turn.is_committed or not turn.wrote:
            self._execute("ROLLBACK")
        else:
            turn.end()
            self._execute("COMMIT")
        self._seen = turn.changes + turn.wrote

    def _roll_back(self) -> None:
        with suppress(Exception):  # where the connection is gone, so is the transaction
            self._execute("ROLLBACK")

    def _is_question(self, query: str) -> bool:
        return str(getattr(self._server.queries, query).operation.name).startswith("SELECT")

    def _stubbornly(self, do: Callable[[], Any]) -> Any:  # noqa: ANN401 - what it returns
        """Do something until the connection holds; the transaction is carried on, on another one."""
        while True:
            try:
                return do()
            except Lost as lost:
                self._come_back(lost)

    def _come_back(self, lost: Lost) -> None:
        """Connect anew, and bring the transaction to where it was.

        Raises:
            StoreUnavailable: it was not to be had in all the time.
        """
        until, pause = monotonic() + self._patience, FIRST_PAUSE
        while True:
            try:
                self._reconnect()
            except (Lost, StoreBusy) as again:  # busy: the last connection's end is not noticed there yet
                if monotonic() + pause > until:
                    raise StoreUnavailable(
                        f"{lost}, and it has not been reached again for {self._patience:.0f} seconds"
                    ) from again
                sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return

    def _reconnect(self) -> None:
        with suppress(Exception):
            self.connection.close()
        self.connection = self._connected()
        if self._turn is not None:
            self._begin(self._turn)

    def _connected(self) -> Any:  # noqa: ANN401 - the driver's
        try:
            return self._server.connect()
        except self._server.errors as error:
            raise Lost(f"the store {self.where} cannot be reached ({_first_line(error)})") from error

    def _put_rows(self, statements: list[tuple[str, list[tuple[Any, ...]]]]) -> list[int]:
        """Put statements for rows, all on one journey where the driver can."""
        parameters = {query: self._named[query].parameters for query, _ in statements}
        named_rows = [
            (query, [dict(zip(parameters[query], row, strict=True)) for row in rows])
            for query, rows in statements
        ]
        turn = self._turn
        if turn is None:
            raise RuntimeError("the store is written in a transaction only")
        return self._stubbornly(lambda: turn.carry_out_together(named_rows))  # type: ignore[no-any-return]  # as it does

    def _put(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - as `ask`
        put = getattr(self._server.queries, query)
        try:
            if isinstance(parameters, list):
                return put(self.connection, parameters)
            found = put(self.connection, **parameters)
            return list(found) if isinstance(found, GeneratorType) else found
        except self._server.errors as error:
            self._raise(error)

    def _put_together(self, statements: list[tuple[str, list[dict[str, Any]]]]) -> list[int]:
        cursors = []
        try:
            with self._server.together(self.connection):
                for query, rows in statements:
                    cursors.append(self.connection.cursor())
                    self._put_many(cursors[-1], getattr(self._server.queries, query).sql, rows)
            return [int(cursor.rowcount) for cursor in cursors]
        except self._server.errors as error:
            if self._server.is_dangling(error):
                raise LookupError(f"there is no such row: {_first_line(error)}") from error
            self._raise(error)
        finally:
            for cursor in cursors:
                cursor.close()

    def _put_many(self, cursor: Any, sql: str, rows: list[dict[str, Any]]) -> None:  # noqa: ANN401 - the driver's
        if len(rows) > 1:
            cursor.executemany(sql, rows)
        else:  # for one row, drivers make more of it than it is
            cursor.execute(sql, rows[0])

    def _execute(self, statement: str) -> None:
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(statement)
        except self._server.errors as error:
            self._raise(error)

    def _raise(self, error: Exception) -> NoReturn:
        if self._server.is_lost(error, self.connection):
            raise Lost(f"the connection to the store {self.where} was lost ({_first_line(error)})") from error
        raise self._server.told(error) or error from error


def _first_line(error: Exception) -> str:
    return masked(str(error).strip().partition("\n")[0])
