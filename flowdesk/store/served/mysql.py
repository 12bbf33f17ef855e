"""MySQL and MariaDB, by PyMySQL."""

from __future__ import annotations

import socket
from contextlib import contextmanager, nullcontext
from math import ceil
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pymysql  # type: ignore[import-untyped]  # it has no types
from aiosql.adapters.mysql import BrokenMySQLAdapter
from pymysql.constants import CLIENT, CR, ER  # type: ignore[import-untyped]  # as above

from flowdesk.errors import UsageError
from flowdesk.store.errors import StoreBusy, StoreFull, StoreReadOnly, StoreUnavailable
from flowdesk.store.queries import queries
from flowdesk.store.served.server import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from flowdesk.errors import FlowdeskError
    from flowdesk.store.address import Address

CONNECTING_SECONDS = 10

PORT = 3306

OPTIONS = {"unix_socket", "ssl_ca", "ssl_cert", "ssl_key", "ssl_disabled", "ssl_verify_identity"}
"""What may follow the question mark of a URL: names of PyMySQL's own."""

_GONE = {
    CR.CR_SERVER_GONE_ERROR,
    CR.CR_SERVER_LOST,
    CR.CR_CONN_HOST_ERROR,
    CR.CR_CONNECTION_ERROR,
    ER.SERVER_SHUTDOWN,
    ER.LOCK_DEADLOCK,
    ER.ABORTING_CONNECTION,
    ER.NEW_ABORTING_CONNECTION,
    1927,  # MariaDB: the connection was killed
    3169,  # MySQL: the session was killed
    4031,  # MySQL: idle for too long
}

_SENTENCES: dict[int, tuple[type[FlowdeskError], str]] = {
    ER.LOCK_WAIT_TIMEOUT: (
        StoreBusy,
        "the store {where} is locked by another program; try again once that is done",
    ),
    ER.OPTION_PREVENTS_STATEMENT: (
        StoreReadOnly,
        "the store {where} cannot be written: its server only answers questions",
    ),
    1792: (  # in a transaction that is for reading only
        StoreReadOnly,
        "the store {where} was opened for reading only",
    ),
    ER.TABLEACCESS_DENIED_ERROR: (
        StoreReadOnly,
        "the store {where} does not let this user do that ({error}); grant it the rights",
    ),
    ER.DISK_FULL: (
        StoreFull,
        "there is no room left to write to the store {where}; free some space on its disk",
    ),
    ER.RECORD_FILE_FULL: (
        StoreFull,
        "there is no room left to write to the store {where}; free some space on its disk",
    ),
    ER.DATA_TOO_LONG: (StoreUnavailable, "the store {where} takes no text that long ({error})"),
    ER.NET_PACKET_TOO_LARGE: (
        StoreUnavailable,
        "the store {where} takes no text that long; raise max_allowed_packet of its server",
    ),
}

_NOT_OURS = 0
"""The number of an error that PyMySQL raises for a connection that was closed."""


class _Adapter(BrokenMySQLAdapter):
    """As aiosql has it, but for the number of a new row: MySQL has no RETURNING."""

    def insert_returning(self, conn: Any, query_name: str, sql: str, parameters: Any) -> Any:  # noqa: ANN401 - aiosql's
        """Insert a row, and return its number."""
        del query_name
        with conn.cursor() as cursor:
            cursor.execute(sql, parameters or None)
            return parameters.get("given") or cursor.lastrowid


class MySQL:
    """A MySQL or MariaDB server."""

    errors: type[Exception] = pymysql.Error
    folders = ("served", "mysql")
    list_tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"

    def __init__(self, address: Address, *, timeout: float, read_only: bool) -> None:
        self.where = address.shown
        self.queries = queries(_Adapter, *self.folders)
        self.migrations = steps_of("mysql")
        self._place = _place(address)
        self._settings = (
            "SET SESSION transaction_isolation = 'READ-COMMITTED', "
            "sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', "
            f"innodb_lock_wait_timeout = {max(1, ceil(timeout))}"
        )
        self._read_only = read_only
        self._text = ""

    # Any: PyMySQL's connections, as in `Server`.
    def connect(self) -> Any:  # noqa: ANN401 - as above
        """Make a connection to the database."""
        if path := self._place.get("unix_socket"):
            _try(path)
        connection = pymysql.connect(
            **self._place,
            charset="utf8mb4",
            autocommit=True,
            client_flag=CLIENT.FOUND_ROWS,  # else, rows that an UPDATE leaves as they are would not count
            connect_timeout=CONNECTING_SECONDS,
            program_name="flowdesk",
        )
        is_mariadb = "mariadb" in connection.get_server_info().lower()
        collation = "utf8mb4_nopad_bin" if is_mariadb else "utf8mb4_0900_bin"
        self._text = f"DEFAULT CHARACTER SET utf8mb4 COLLATE {collation}"
        most = "max_recursive_iterations" if is_mariadb else "cte_max_recursion_depth"
        isolation = "tx_isolation" if is_mariadb else "transaction_isolation"
        settings = self._settings.replace("transaction_isolation", isolation)
        self.ask(connection, f"{settings}, {most} = 4294967295")
        if self._read_only:
            self.ask(connection, "SET SESSION TRANSACTION READ ONLY")
        return connection

    def ask(self, connection: Any, sql: str) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as above
        """Carry out a statement, and return its rows."""
        with connection.cursor() as cursor:
            cursor.execute(sql.replace("{text}", self._text))
            return list(cursor.fetchall())

    @contextmanager
    def alone(self, connection: Any) -> Iterator[None]:  # noqa: ANN401 - as above
        """While inside, nobody else changes the schema."""
        name = "CONCAT('flowdesk.', DATABASE())"
        self.ask(connection, f"SELECT GET_LOCK({name}, 3600)")
        try:
            yield
        finally:
            self.ask(connection, f"SELECT RELEASE_LOCK({name})")

    def together(self, _connection: Any) -> AbstractContextManager[Any]:  # noqa: ANN401 - as above
        """PyMySQL waits for each."""
        return nullcontext()

    def is_lost(self, error: Exception, connection: Any) -> bool:  # noqa: ANN401 - as above
        """Whether the connection is gone, or its transaction, and another may do."""
        return not connection.open or _number(error) in _GONE

    def is_dangling(self, error: Exception) -> bool:
        """Whether the error means that what a row refers to is not there."""
        return _number(error) == int(ER.NO_REFERENCED_ROW_2)

    def told(self, error: Exception) -> FlowdeskError | None:
        """The sentence for what is no mistake of ours."""
        if found := _SENTENCES.get(_number(error)):
            kind, sentence = found
            return kind(sentence.format(where=self.where, error=error.args[1]))
        return None


def _try(path: str) -> None:
    """See whether somebody listens at a socket: PyMySQL leaves its own open where nobody does.

    Raises:
        pymysql.OperationalError: nobody does.
    """
    with socket.socket(socket.AF_UNIX) as trial:
        try:
            trial.connect(path)
        except OSError as error:
            told = f"nobody listens at {path}: {error.strerror}"
            raise pymysql.OperationalError(CR.CR_CONN_HOST_ERROR, told) from error


def _number(error: Exception) -> int:
    number = error.args[0] if error.args else _NOT_OURS
    return number if isinstance(number, int) else _NOT_OURS


def _place(address: Address) -> dict[str, Any]:
    """What PyMySQL calls the parts of a URL.

    Raises:
        UsageError: it has no database, or an option that there is not.
    """
    parts = urlsplit(address.url)
    options = dict(parse_qsl(parts.query))
    database = unquote(parts.path.strip("/"))
    if not database:
        raise UsageError(f"the store's URL {address.shown} names no database: mysql://HOST/DATABASE")
    if unknown := set(options) - OPTIONS:
        known = ", ".join(sorted(OPTIONS))
        raise UsageError(
            f"the store's URL {address.shown} has an unknown option '{min(unknown)}'; there are {known}"
        )
    named = {
        "user": parts.username and unquote(parts.username),
        "password": parts.password and unquote(parts.password),
        "host": parts.hostname and unquote(parts.hostname),
    }
    return {
        "database": database,
        "port": parts.port or PORT,
        **{k: v for k, v in named.items() if v},
        **options,
    }
