"""PostgreSQL, by psycopg.

Its texts cannot hold U+0000, ours can: it is written as U+FDD0 and a "0". That is one of Unicode's
noncharacters, "intended for process-internal use" (The Unicode Standard, 23.7); one that comes along is
written as itself and a "1".
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.types.string import StrDumperUnknown, TextLoader

from flowdesk.store.errors import StoreBusy, StoreFull, StoreReadOnly, StoreUnavailable
from flowdesk.store.queries import queries
from flowdesk.store.served.server import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from flowdesk.errors import FlowdeskError
    from flowdesk.store.address import Address

logging.getLogger("psycopg").addHandler(logging.NullHandler())  # a lost connection is told by us, once

ESCAPE = "\ufdd0"
_ESCAPED = ESCAPE.encode()

IDLE_SECONDS = 60
"""After which the server ends a transaction that nobody goes on with, as others wait. It is begun anew."""

CONNECTING_SECONDS = 10

ONE_MIGRATION = 0x666C6F77
"""The number of the lock ("flow") that whoever changes the schema holds."""

_GONE = {"57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "40001", "40P01"}
"""Ended by the administrator or for being idle; undone for the sake of another: to be done again."""

_SENTENCES: dict[str, tuple[type[FlowdeskError], str]] = {
    "55P03": (StoreBusy, "the store {where} is locked by another program; try again once that is done"),
    "25006": (StoreReadOnly, "the store {where} cannot be written: its server only answers questions"),
    "42501": (
        StoreReadOnly,
        "the store {where} does not let its user do that ({error})",
    ),
    "53100": (StoreFull, "there is no room left to write to the store {where}; free some space on its disk"),
    "54000": (StoreUnavailable, "the store {where} takes no text that long ({error})"),
}


class _Dumper(StrDumperUnknown):
    def dump(self, obj: str) -> Any:  # noqa: ANN401 - psycopg's buffers
        if "\0" in obj or ESCAPE in obj:
            obj = obj.replace(ESCAPE, f"{ESCAPE}1").replace("\0", f"{ESCAPE}0")
        return super().dump(obj)


class _Loader(TextLoader):
    def load(self, data: Any) -> str | bytes:  # noqa: ANN401 - psycopg's buffers
        text = super().load(data)
        if isinstance(text, str) and ESCAPE in text:
            return text.replace(f"{ESCAPE}0", "\0").replace(f"{ESCAPE}1", ESCAPE)
        return text


class PostgreSQL:
    """A PostgreSQL server."""

    errors: type[Exception] = psycopg.Error
    folders = ("served", "postgresql")
    list_tables = (
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()"
    )

    def __init__(self, address: Address, *, timeout: float, read_only: bool) -> None:
        self.where = address.shown
        self.queries = queries("psycopg", *self.folders)
        self.migrations = steps_of("postgresql")
        self._url = address.url
        settings = {
            "lock_timeout": max(1, round(timeout * 1000)),
            "idle_in_transaction_session_timeout": IDLE_SECONDS * 1000,
            "default_transaction_read_only": "on" if read_only else "off",
            "default_transaction_isolation": "'read committed'",
        }
        self._settings = "; ".join(f"SET {name} = {value}" for name, value in settings.items())

    # Any: psycopg's connections, as in `Server`.
    def connect(self) -> Any:  # noqa: ANN401 - as above
        """Make a connection to the database."""
        connection = psycopg.connect(
            self._url,
            autocommit=True,
            client_encoding="UTF8",
            connect_timeout=CONNECTING_SECONDS,
            application_name="flowdesk",
        )
        connection.adapters.register_dumper(str, _Dumper)
        connection.adapters.register_loader("text", _Loader)
        connection.execute(self._settings)
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            connection.close()
            raise StoreUnavailable(
                f"the database {self.where} keeps texts in {encoding}; make one with ENCODING 'UTF8'"
            )
        return connection

    def ask(self, connection: Any, sql: str) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as above
        """Carry out a statement, and return its rows."""
        cursor = connection.execute(sql)
        return cursor.fetchall() if cursor.description else []

    @contextmanager
    def alone(self, connection: Any) -> Iterator[None]:  # noqa: ANN401 - as above
        """While inside, nobody else changes the schema."""
        self.ask(connection, f"SELECT pg_advisory_lock({ONE_MIGRATION})")
        try:
            yield
        finally:
            self.ask(connection, f"SELECT pg_advisory_unlock({ONE_MIGRATION})")

    def together(self, connection: Any) -> AbstractContextManager[Any]:  # noqa: ANN401 - as above
        """While inside, statements are sent without waiting for what comes of them."""
        return connection.pipeline()  # type: ignore[no-any-return]  # psycopg's

    def is_lost(self, error: Exception, connection: Any) -> bool:  # noqa: ANN401 - as above
        """Whether the connection is gone, or its transaction, and another may do."""
        state = getattr(error, "sqlstate", None) or ""
        return bool(connection.closed) or state in _GONE or state.startswith("08")

    def is_dangling(self, error: Exception) -> bool:
        """Whether the error means that what a row refers to is not there."""
        return isinstance(error, psycopg.errors.ForeignKeyViolation)

    def told(self, error: Exception) -> FlowdeskError | None:
        """The sentence for what is no mistake of ours."""
        if found := _SENTENCES.get(getattr(error, "sqlstate", None) or ""):
            kind, sentence = found
            return kind(sentence.format(where=self.where, error=str(error).partition("\n")[0]))
        return None
