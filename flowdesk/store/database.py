"""What the store needs of a database, and which one a URL means.

SQLite is a file that many processes open, the others are servers; what follows from that is theirs to know:
locks, lost connections, what is called when something is wrong. The questions are the same for all, by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any, Protocol

    from flowdesk.store.address import Address
else:
    Protocol = object


class Committed(Protocol):
    """What became of a transaction."""

    shift: int
    """By how much the numbers of its events are greater than they were said to be, as others came first."""


class Database(Protocol):
    """A database, opened. Belongs to the thread that opened it.

    The methods raise what `errors` lists, one sentence each, and the driver's own errors for our mistakes.
    """

    where: str
    """Where it is, as sentences name it; never with a password."""

    # Any: the parameters are what the SQL names; a list of them, where it is carried out for each.
    def ask(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - rows, a value, or how many it changed
        """Put a named query, and return what its kind says; of an insertion, the number of the row."""

    def later(self, query: str, task: str, *rows: tuple[Any, ...]) -> None:
        """Have rows about a task of this name written by a named statement, one of `gathered.ORDER`.

        That is done when something is asked, or in the end; then LookupError tells what is not there.
        """

    def next_number(self) -> int:
        """The number of the next event, which is to be written then."""

    def transaction(self) -> AbstractContextManager[Committed]:
        """Commit what is asked inside, or nothing of it. There is one at a time in all the world."""

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has committed anything since this was last asked."""

    def give_back(self, *, is_quiet: bool) -> None:
        """Give the room of what was removed back to the disk; `is_quiet`: nobody is kept waiting by it."""

    def complaints(self) -> list[str]:
        """What the database itself finds wrong with what it keeps."""

    def close(self) -> None:
        """End the connection."""


def opened(address: Address, *, timeout: float, patience: float, read_only: bool) -> Database:
    """Open the database at an address. `timeout` and `patience` as in `Store.open`."""
    if address.path is not None:
        from flowdesk.store.sqlite.database import Sqlite

        return Sqlite(address.path, timeout=timeout, read_only=read_only)
    from flowdesk.store.served.opening import opened as opened_there

    return opened_there(address, timeout=timeout, patience=patience, read_only=read_only)


def sqlite_file(home: Path) -> Path:
    """The file of a home's own store."""
    return home / FILE_NAME


FILE_NAME = "flowdesk.db"
