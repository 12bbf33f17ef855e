"""What differs between two values: part by part, each with the path that leads to it."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Optional

from flowdesk.records import NamedTuple
from flowdesk.xcom.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Iterator


class Absent:
    """Stands for the side of a change on which there is nothing."""

    def __repr__(self) -> str:
        return "absent"


ABSENT = Absent()


class Change(NamedTuple):
    """One part that differs. `before` or `after` is `ABSENT` where the part was added or removed.

    `path` leads to it from the whole: `.best.scores[3]`; it is empty where the whole differs.
    """

    path: str
    before: object
    after: object


class Shift(NamedTuple):
    """By how much a number moved; `percent` of what it was before, None where that was zero."""

    difference: object
    percent: Optional[float]  # noqa: UP045 - evaluated where a worker's Python is 3.9


def same(before: object, after: object) -> bool:
    """Whether two values are the same, and of the same type: 1 is not 1.0 and not true, NaN is NaN."""
    if type(before) is not type(after):
        return False
    if isinstance(before, Stored):
        return (before.sha256, before.form) == (after.sha256, after.form)  # type: ignore[attr-defined]  # of the same type
    if isinstance(before, dict):
        return _same_dict(before, after)
    if isinstance(before, (list, tuple)):
        others: Any = after
        return len(before) == len(others) and all(map(same, before, others))
    return bool(before == after) or (before != before and after != after)  # noqa: PLR0124 - NaN is not itself


def changes(before: object, after: object, path: str = "") -> Iterator[Change]:
    """All parts in which two values differ, in the order in which they stand.

    Of two lists, what is the same at both ends is passed over; the rest is compared place by place.
    """
    if same(before, after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_dicts(before, after, path)
    elif isinstance(before, (list, tuple)) and type(before) is type(after):
        yield from _of_lists(before, after, path)  # type: ignore[arg-type]  # of the same type
    elif isinstance(before, (set, frozenset)) and type(before) is type(after):
        gone, come = before - after, after - before
        yield from (Change(f"{path}{{}}", one, ABSENT) for one in sorted(gone, key=repr))
        yield from (Change(f"{path}{{}}", ABSENT, one) for one in sorted(come, key=repr))
    else:
        yield Change(path, before, after)


def shift(before: object, after: object) -> Shift | None:
    """By how much a number moved; None where one of the two is no number, or there is no telling."""
    if not (is_number(before) and is_number(after)):
        return None
    one, other = before, after
    if type(one) is not type(other) and (isinstance(one, float) or isinstance(other, float)):
        try:
            one, other = float(one), float(other)  # type: ignore[arg-type]  # numbers, see above
        except OverflowError:
            return None
    try:
        difference = other - one  # type: ignore[operator]  # as above
        percent = float(difference / abs(one) * 100) if one else None  # type: ignore[arg-type]  # as above
    except (ArithmeticError, OverflowError):
        return None
    return Shift(difference, percent if percent is None or math.isfinite(percent) else None)


def is_number(value: object) -> bool:
    """Whether a value is an int, float or Decimal; a bool is none."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _same_dict(before: dict[Any, Any], after: Any) -> bool:  # noqa: ANN401 - a dict too
    """Whether two dicts have the same under the same keys; their order does not count."""
    others = _typed(after)
    return len(before) == len(others) and all(
        typed in others and same(value, others[typed]) for typed, value in _typed(before).items()
    )


def _typed(values: dict[Any, Any]) -> dict[tuple[type, Any], Any]:
    """The dict with the type beside each key, as 1, 1.0 and True find one another."""
    return {(type(key), key): value for key, value in values.items()}


def _of_dicts(before: dict[Any, Any], after: dict[Any, Any], path: str) -> Iterator[Change]:
    olds, news = _typed(before), _typed(after)
    for typed, value in olds.items():
        step = f"{path}{_step(typed[1])}"
        if typed in news:
            yield from changes(value, news[typed], step)
        else:
            yield Change(step, value, ABSENT)
    for typed, value in news.items():
        if typed not in olds:
            yield Change(f"{path}{_step(typed[1])}", ABSENT, value)


def _of_lists(before: list[Any], after: list[Any], path: str) -> Iterator[Change]:
    start, shorter = 0, min(len(before), len(after))
    while start < shorter and same(before[start], after[start]):
        start += 1
    end = 0
    while end < shorter - start and same(before[-1 - end], after[-1 - end]):
        end += 1
    gone, come = before[start : len(before) - end], after[start : len(after) - end]
    for place in range(max(len(gone), len(come))):
        step = f"{path}[{start + place}]"
        if place >= len(come):
            yield Change(step, gone[place], ABSENT)
        elif place >= len(gone):
            yield Change(step, ABSENT, come[place])
        else:
            yield from changes(gone[place], come[place], step)


def _step(key: object) -> str:
    """A key as a path has it: `.name`, or `["a name"]` where the dot would not do."""
    return f".{key}" if isinstance(key, str) and key.isidentifier() else f"[{key!r}]"
