"""The open database, and how questions are put to it. Every answer is one statement, and so of one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.store.errors import RunUnknown

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Self

    from flowdesk.store.database import Database


LONGEST_NAME = 200


def storable(text: str) -> str:
    """The text in valid Unicode, as databases want it: a lone surrogate becomes an escape.

    They come from what is no text at all (a path, the output of a command). In JSON text the escape
    means the same character.
    """
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def who() -> str:
    """The name of the user whose process this is, as the store tells who edited something."""
    import getpass

    try:
        return storable(getpass.getuser())[:LONGEST_NAME]
    except (KeyError, OSError, ImportError):  # in a container, there may be no user of this number
        return "somebody"


def _storable(parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a question: what somebody typed in another encoding is not there, and no error."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in parameters.items()}


class Asker:
    """An open store. Belongs to the thread that made it."""

    def __init__(self, home: Path, database: Database) -> None:
        self.home = home
        self.where = database.where
        self.url = ""
        """What opens the same store from everywhere. It may hold a password."""
        self._database = database
        self._numbers: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database. The store cannot be used afterwards."""
        self._database.close()

    def changed_elsewhere(self) -> bool:
        """Whether somebody else wrote to the store since this was last asked.

        Raises:
            StoreGone: its file was deleted or moved.
        """
        if changed := self._database.changed_elsewhere():
            self._numbers.clear()  # somebody may have removed a run, and begun another of its id
        return changed

    # Any: a row is what its SQL says, and goes straight into the dataclass of the same columns.
    def _rows(self, query: str, **parameters: Any) -> list[Any]:  # noqa: ANN401 - as above
        return self._database.ask(query, _storable(parameters))  # type: ignore[no-any-return]  # as above

    def _value(self, query: str, **parameters: Any) -> Any:  # noqa: ANN401 - as above
        return self._database.ask(query, _storable(parameters))

    def _number(self, run_id: str) -> int:
        """The number of a run, by which all other rows know it."""
        number = self._numbers.get(run_id)
        if number is None:
            number = self._value("number_of_run", id=run_id)
            if number is None:
                raise RunUnknown(f"there is no run '{run_id}'; `flowdesk runs` lists them")
            self._numbers[run_id] = number
        return number
