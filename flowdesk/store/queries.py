"""The named SQL: `sql/*.sql` for every database, and over it what is said differently to one.

Written as aiosql has it, so that it serves all drivers: a name, and a sign for what it answers. For servers
aiosql reads it. For SQLite we do: importing aiosql takes 25 ms, of which it spends 15 on `importlib.metadata`
to learn its own version, half of a short command; and its way to a statement takes twice SQLite's own time.
"""

from __future__ import annotations

import os
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Row = tuple[Any, ...]  # Any: the values of a statement's parameters

SQL = os.path.join(os.path.dirname(__file__), "sql")  # noqa: PTH118, PTH120 - a third of pathlib's time

_NAME, _SIGNS = "-- name: ", "^$*!<"


class Named(NamedTuple):
    """A statement, and the sign of what it answers: aiosql's, which are none for rows, ^ $ ! *! <!.

    `parameters` are their names, in the order in which a row of them is given.
    """

    sign: str
    sql: str
    whole: str
    parameters: tuple[str, ...]


class Statements(dict[str, Named]):
    """The named SQL, each statement read when it is first asked for: a command asks for five of a hundred."""

    def __init__(self, *folders: str) -> None:
        super().__init__()
        self._text = _text(*folders)

    def __missing__(self, name: str) -> Named:
        place = len(self._text)
        while (place := self._text.rfind(_NAME + name, 0, place)) >= 0:
            head, found = _read(self._text[place + len(_NAME) :].partition(_NAME)[0])
            if head == name:
                self[name] = found
                return found
        raise KeyError(name)


@cache
def named(*folders: str) -> dict[str, Named]:
    """The named SQL, with what the folders of `sql/` say, the last one of a name."""
    return dict(_read(part) for part in _text(*folders).split(_NAME)[1:])


@cache
def queries(adapter: Any, *folders: str) -> Any:  # noqa: ANN401 - aiosql makes the methods from the SQL files
    """The named queries as aiosql makes them. `adapter` is its own: a name, or a class of that kind."""
    import aiosql

    return aiosql.from_str("\n".join(one.whole for one in named(*folders).values()), adapter)


def in_order(one: Named) -> tuple[str, Callable[[Row], Row] | None]:
    """A statement with marks for its parameters, and what makes of a row what the marks stand for, in order.

    None: the row is that. Names take longer to be found, and Python 3.12 warns of numbers as if of names.
    """
    first, *parts = one.sql.split(":")
    sql, places = first, list[int]()
    for part in parts:
        name = part[: next((at for at, sign in enumerate(part) if not (sign.isalnum() or sign == "_")), None)]
        if name in one.parameters:
            places.append(one.parameters.index(name))
            sql += "?" + part[len(name) :]
        else:
            sql += ":" + part
    return sql, None if places == list(range(len(one.parameters))) else itemgetter(*places)


@cache
def _text(*folders: str) -> str:
    """All there is of the files, those of the last folder last."""
    places = [SQL, *(os.path.join(SQL, folder) for folder in folders)]  # noqa: PTH118 - as above
    files = [entry.path for place in places for entry in os.scandir(place) if entry.name.endswith(".sql")]
    return b"".join(map(_bytes, files)).decode()


def _bytes(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 - as above
        return opened.readall()


def _read(part: str) -> tuple[str, Named]:
    """A statement and its name; taken apart by hand, as a pattern takes five times as long over it."""
    head, _, sql = part.partition("\n")
    name = head.partition("(")[0].rstrip(_SIGNS)
    listed, _, sign = head[len(name) :].rpartition(")")
    return name, Named(sign, sql, _NAME + part, tuple(filter(None, listed[1:].split(", "))))
