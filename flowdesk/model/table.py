"""What every table of a pipeline file is: a frozen model in which nothing unknown may stand."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict

HIDDEN = "\0"
"""Begins the name of a branch of a union: it is part of pydantic's path, and of no file's."""


_EMPTY: dict[str, Any] = {}


def nothing() -> Any:  # noqa: ANN401 - an empty table of anything
    """The empty dict that fields of all tables share where nothing is written; nobody may change it.

    One for each of them was refused: four empty ones took a tenth of a task's memory.
    """
    return _EMPTY


class Table(BaseModel):
    """A table of the file: nothing in it may change, and nothing unknown may be in it.

    The text under a field is what editors show of it: `model.schema` takes it from the source.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def short_for(field: str, *forms: type) -> Callable[[object], object]:
    """A rule that takes a bare value of one of these forms for a table with this one field."""

    def widen(value: object) -> object:
        return {field: value} if isinstance(value, forms) and not isinstance(value, bool) else value

    return widen
