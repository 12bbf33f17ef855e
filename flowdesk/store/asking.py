"""The open file, and how questions are put to it. Every answer is one statement, and so of one moment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from flowdesk.store.database import queries
from flowdesk.store.errors import RunUnknown, StoreGone, translated

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def storable(text: str) -> str:
    """The text in valid Unicode, as databases want it: a lone surrogate becomes an escape.

    They come from what is no text at all (a path, the output of a command). In JSON text the escape
    means the same character.
    """
    return text.encode("utf-8", "backslashreplace").decode()


def _storable(parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a question: what somebody typed in another encoding is not there, and no error."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in parameters.items()}


def _place(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - pathlib's takes twice as long
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Asker:
    """An open store. Belongs to the thread that made it."""

    def __init__(self, home: Path, path: Path, connection: sqlite3.Connection) -> None:
        self.home = home
        self.path = path
        self._connection = connection
        self._queries = queries()
        self._numbers: dict[str, int] = {}
        self._seen_version = self._data_version()
        self._places: list[tuple[Path, tuple[int, int] | None]] = []
        self._stay(path)

    def close(self) -> None:
        """Close the file. The store cannot be used afterwards."""
        self._connection.close()

    def changed_elsewhere(self) -> bool:
        """Whether somebody else wrote to the store since this was last asked.

        Raises:
            StoreGone: the file was deleted or moved.
        """
        self._check_place()
        before, self._seen_version = self._seen_version, self._data_version()
        if changed := self._seen_version != before:
            self._numbers.clear()  # somebody may have removed a run, and begun another of its id
        return changed

    def _stay(self, path: Path) -> None:
        """From now on, this file must be found where it is."""
        self._places.append((path, _place(path)))

    def _check_place(self) -> None:
        """Make sure that the files are still found where they were opened; a microsecond for each.

        Without it, SQLite would go on for as long as it runs, in files that have no name any more.
        """
        if any(_place(path) != place for path, place in self._places):
            raise StoreGone(
                f"the store {self.path} was deleted or moved while it was in use; "
                "put it back and try again, or begin a new one by running anew"
            )

    # Any: a row is what its SQL says, and goes straight into the dataclass of the same columns.
    def _rows(self, query: str, **parameters: Any) -> list[Any]:  # noqa: ANN401 - as above
        with translated(self.path):
            return list(getattr(self._queries, query)(self._connection, **_storable(parameters)))

    def _value(self, query: str, **parameters: Any) -> Any:  # noqa: ANN401 - as above
        with translated(self.path):
            return getattr(self._queries, query)(self._connection, **_storable(parameters))

    def _data_version(self) -> int:
        return self._pragma("data_version")

    def _pragma(self, setting: str) -> int:
        """Ask for a setting, or set it; 0 where there is no answer."""
        with translated(self.path):
            rows = self._connection.execute(f"PRAGMA {setting}").fetchall()
        return int(rows[0][0]) if rows else 0

    def _number(self, run_id: str) -> int:
        """The number of a run, by which all other rows know it."""
        number = self._numbers.get(run_id)
        if number is None:
            number = self._value("number_of_run", id=run_id)
            if number is None:
                raise RunUnknown(f"there is no run '{run_id}'; `flowdesk runs` lists them")
            self._numbers[run_id] = number
        return number
