"""The SQLite file as the store's database."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.store.errors import StoreGone
from flowdesk.store.gathered import Gathered
from flowdesk.store.queries import Statements, in_order
from flowdesk.store.sqlite.errors import translated
from flowdesk.store.sqlite.opening import open_for_reading, open_for_writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

FEWEST_PAGES = 64
"""Pages that are free and not worth giving back: the next run takes them."""

PAGES_AT_ONCE = 2000
"""How many pages are given back in one transaction, for which an engine at work waits."""


# Any: what a statement answers, its SQL says.
_ANSWERS: dict[str, Callable[[sqlite3.Cursor], Any]] = {
    "": sqlite3.Cursor.fetchall,
    "^": sqlite3.Cursor.fetchone,
    "$": lambda done: (done.fetchone() or (None,))[0],
    "!": lambda done: done.rowcount,
    "<!": lambda done: done.lastrowid,
}
"""What is returned of a statement, by its sign."""


class AsSaid:
    """A transaction whose events have the numbers that were said: nobody comes between."""

    shift = 0


AS_SAID = AsSaid()


class Sqlite:
    """A SQLite file, opened."""

    def __init__(self, path: Path, *, timeout: float, read_only: bool) -> None:
        self.path = path
        self.where = str(path)
        opened = open_for_reading if read_only else open_for_writing
        self.connection = opened(path, timeout=timeout)
        self._cursor = self.connection.cursor()  # for what keeps no rows: one for each takes longer than it
        self._named = Statements("sqlite")
        self._seen_version = self.pragma("data_version")
        files = [str(path)] if read_only else [str(path), f"{path}-wal"]
        self._places = [(file, _place(file)) for file in files]
        self._is_in_place = False
        """Whether that was made sure of since it was last asked about changes."""
        self._in_order: dict[str, tuple[str, Callable[[tuple[Any, ...]], tuple[Any, ...]] | None]] = {}
        self._gathered = Gathered(self._put)
        self.later = self._gathered.add
        self._number: int | None = None

    # Any: as in `Database`.
    def ask(self, query: str, parameters: Any) -> Any:  # noqa: ANN401 - as above
        """Put a named query."""
        self._gathered.put()
        sign, sql, *_ = self._named[query]
        try:
            if sign == "*!":
                return self.connection.executemany(sql, parameters).rowcount
            done = self.connection.execute(sql, parameters)
            return _ANSWERS[sign](done)
        except sqlite3.Error:
            with translated(self.path):
                raise

    def next_number(self) -> int:
        """The number of the next event. Nobody else gives any while the file is locked."""
        if self._number is None:
            (self._number,) = self._cursor.execute(self._named["last_number"].sql).fetchone()
        self._number += 1
        return self._number

    @contextmanager
    def transaction(self) -> Iterator[AsSaid]:
        """Commit what is asked inside, or nothing of it."""
        execute, self._number = self._cursor.execute, None
        try:
            execute("BEGIN IMMEDIATE")
            yield AS_SAID
            self._gathered.put()
            self._check_place()
            self._is_in_place = True
            execute("COMMIT")
        except BaseException:
            self._gathered.forget()
            with translated(self.path):
                if self.connection.in_transaction:  # SQLite has rolled back by itself when the disk is full
                    execute("ROLLBACK")
                raise

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has committed anything since this was last asked.

        Raises:
            StoreGone: the file was deleted or moved.
        """
        if not self._is_in_place:
            self._check_place()
        self._is_in_place = False
        before, self._seen_version = self._seen_version, self.pragma("data_version")
        return self._seen_version != before

    def give_back(self, *, is_quiet: bool) -> None:
        """Give free pages back to the disk.

        A store of the first version cannot give back a part, only be written anew, for which all others would
        have to wait; so only if it is quiet.
        """
        free = self.pragma("freelist_count")
        if free < FEWEST_PAGES:
            return
        if self.pragma("auto_vacuum"):
            for _ in range(0, free, PAGES_AT_ONCE):
                with translated(self.path):  # as a script: `execute` takes one step of it, which is one page
                    self.connection.executescript(f"PRAGMA incremental_vacuum({PAGES_AT_ONCE})")
        elif is_quiet:
            self.pragma("auto_vacuum = INCREMENTAL")
            with translated(self.path):
                self.connection.execute("VACUUM")
        self.pragma("wal_checkpoint(TRUNCATE)")

    def complaints(self) -> list[str]:
        """What SQLite finds wrong with the file, and with what its rows refer to."""
        with translated(self.path):
            whole = self.connection.execute("PRAGMA integrity_check").fetchall()
            lost = self.connection.execute("PRAGMA foreign_key_check").fetchall()
        found = [f"the file: {line}" for (line,) in whole if line != "ok"]
        return found + [
            f"the table {table}: a row refers to none of {parent}" for table, _, parent, _ in lost
        ]

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def pragma(self, setting: str) -> int:
        """Ask for a setting, or set it; 0 where there is no answer."""
        try:
            row = self._cursor.execute(f"PRAGMA {setting}").fetchone()
        except sqlite3.Error:
            with translated(self.path):
                raise
        return int(row[0]) if row else 0

    def _put(self, statements: list[tuple[str, list[tuple[Any, ...]]]]) -> Iterator[int]:
        for query, rows in statements:
            known = self._in_order.get(query)
            if known is None:
                known = self._in_order[query] = in_order(self._named[query])
            sql, pick = known
            yield self._cursor.executemany(sql, map(pick, rows) if pick else rows).rowcount

    def _check_place(self) -> None:
        """Make sure that the files are still found where they were opened; a microsecond for each.

        Without it, SQLite would go on for as long as it runs, in files that have no name any more.
        """
        for path, place in self._places:
            if _place(path) != place:
                raise StoreGone(
                    f"the store {self.path} was deleted or moved while it was in use; "
                    "put it back and try again, or begin a new one by running anew"
                )


def _place(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - pathlib's takes twice as long
    except OSError:
        return None
    return found.st_dev, found.st_ino
