"""The classes of the standard library that values may be of, each imported only once there is such a value.

A value of a class is only met where its module is imported. To import them all takes 6 ms, half as long as
an interpreter takes to start, in every worker and every short command.
"""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PLACES = {
    "datetime": ("datetime", "datetime"),
    "date": ("datetime", "date"),
    "timedelta": ("datetime", "timedelta"),
    "Decimal": ("decimal", "Decimal"),
    "UUID": ("uuid", "UUID"),
    "path": ("pathlib", "PurePath"),
}
"""Module and class by the names of type expressions. A datetime is a date as well, so it comes first."""

STANDARD = tuple(_PLACES)


def standard_name(value: object) -> str | None:
    """The name of a value's class, or of the class that it builds on; None: it is of none of these."""
    for name, (module, kind) in _PLACES.items():
        if module in sys.modules and isinstance(value, getattr(sys.modules[module], kind, ())):
            return name
    return None


def standard_class(name: str) -> Any:  # noqa: ANN401 - a class to make values of
    """The class of a name, imported."""
    module, kind = _PLACES[name]
    return getattr(import_module(module), kind)
