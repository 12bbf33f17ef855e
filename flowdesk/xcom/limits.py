"""What narrows a declared type: bounds, lengths and a pattern, checked of one value.

By the names of pydantic and JSON Schema. A limit that a value has no measure for says nothing of it: in
`int | str` a bound is for the int.
"""

from __future__ import annotations

import re
from decimal import Decimal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BOUNDS: dict[str, tuple[str, Callable[..., bool]]] = {
    "ge": ("at least", lambda value, bound: value >= bound),
    "gt": ("more than", lambda value, bound: value > bound),
    "le": ("at most", lambda value, bound: value <= bound),
    "lt": ("less than", lambda value, bound: value < bound),
}
LENGTHS: dict[str, tuple[str, Callable[..., bool]]] = {
    "min_length": ("at least", lambda value, bound: len(value) >= bound),
    "max_length": ("at most", lambda value, bound: len(value) <= bound),
}
_SIZED = (str, bytes, bytearray, list, tuple, set, frozenset, dict)


def fault_of(declared: object, value: object) -> str | None:
    """What is wrong with a value by the limits that a declaration has as attributes, as `broken` says it."""
    names = (*BOUNDS, *LENGTHS, "pattern")
    return broken({name: limit for name in names if (limit := getattr(declared, name)) is not None}, value)


def broken(limits: Mapping[str, object], value: object) -> str | None:
    """What is wrong with a value, or None where it keeps all limits: "must be at least 0, and is -1"."""
    for name, limit in limits.items():
        if name in BOUNDS and isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            words, holds = BOUNDS[name]
            if not holds(value, limit):
                return f"must be {words} {limit}, and is {value!r}"
        elif name in LENGTHS and isinstance(value, _SIZED):
            words, holds = LENGTHS[name]
            if not holds(value, limit):
                what = "characters" if isinstance(value, str) else "items"
                return f"must have {words} {limit} {what}, and has {len(value)}"
        elif name == "pattern" and isinstance(value, str) and not re.search(str(limit), value):
            return f"must match {limit}, and is {value!r}"
    return None
