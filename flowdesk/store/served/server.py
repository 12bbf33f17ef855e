"""What differs between the servers that a store can be kept by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from flowdesk.errors import FlowdeskError

# Any: connections, and what aiosql makes of the SQL, are the driver's and aiosql's own.


class Server(Protocol):
    """A kind of server, and how its driver is used. Connections commit each statement by itself."""

    where: str
    """The URL as sentences name it."""

    errors: type[Exception]
    """What the driver raises."""

    folders: tuple[str, str]
    """Those of the SQL that is said differently to it."""

    queries: Any

    migrations: list[str]
    """The steps to the schema of this version, as SQL texts."""

    list_tables: str
    """The SQL that lists the tables that the store may be among."""

    def connect(self) -> Any:  # noqa: ANN401 - as above
        """Make a connection to the database; raises the driver's errors."""

    def ask(self, connection: Any, sql: str) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as above
        """Carry out a statement, and return its rows."""

    def alone(self, connection: Any) -> AbstractContextManager[None]:  # noqa: ANN401 - as above
        """While inside, nobody else changes the schema."""

    def together(self, connection: Any) -> AbstractContextManager[Any]:  # noqa: ANN401 - as above
        """While inside, statements are sent without waiting for what comes of them, if the driver can."""

    def is_lost(self, error: Exception, connection: Any) -> bool:  # noqa: ANN401 - as above
        """Whether the error means that the connection is gone, or its transaction, and another may do."""

    def is_dangling(self, error: Exception) -> bool:
        """Whether the error means that what a row refers to is not there."""

    def told(self, error: Exception) -> FlowdeskError | None:
        """The sentence for what is no mistake of ours."""


def steps_of(database: str) -> list[str]:
    """The steps to the schema of a database; the file `0001.sql` leads to version 1."""
    folder = Path(__file__).parents[1] / "migrations" / database
    return [file.read_text("utf-8") for file in sorted(folder.glob("*.sql"))]
