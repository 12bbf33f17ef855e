"""Makes parts of a plan from dicts of their fields: in half the time of a call with thirty keywords."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    Maker = Callable[[Any], Any]


def record(kind: Any, /, **makers: Maker) -> Callable[[Mapping[str, Any]], Any]:  # noqa: ANN401 - a class of named tuples
    """Return what makes one kind of part. `makers` make fields of what the dict has for them.

    It raises KeyError for a field that there is not, TypeError for one that is missing.
    """
    nothing = object()
    fields = {name: (place, makers.get(name)) for place, name in enumerate(kind._fields)}
    blank = [kind._field_defaults.get(name, nothing) for name in fields]
    required = blank.count(nothing)
    make = partial(tuple.__new__, kind)

    def part(values: Mapping[str, Any]) -> object:
        made = blank.copy()
        for name, value in values.items():
            place, maker = fields[name]
            made[place] = value if maker is None else maker(value)
        if nothing in made[:required]:
            raise TypeError(f"{kind._fields[made.index(nothing)]} is missing")
        return make(made)

    return part
