"""What a task had under a key, run by run, oldest first: asked of the store, and made ready to be drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING

from flowdesk.xcom.differences import ABSENT, changes, same
from flowdesk.xcom.preview import preview, shown
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store

LIMIT = 200
"""How many runs are looked back on."""

MOST_TOLD = 4
"""Parts that changed, of which it is told how."""

_WIDTH = 60


class Shape(Enum):
    """How a key's values are drawn: as a line, as blocks of a colour each, or by where they changed."""

    NUMBERS = auto()
    WORDS = auto()
    CHANGES = auto()


@dataclass(frozen=True, slots=True)
class Point:
    """A key after one run; `row` and `text` are None where it was not pushed.

    `told` are the parts that changed.
    """

    run: RunRow
    row: ValueRow | None = None
    text: str | None = None
    number: float | None = None
    is_changed: bool = False
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """A key over runs, oldest first. `is_secret`: what it was is not told, only when."""

    name: str
    key: str
    shape: Shape
    points: tuple[Point, ...]
    is_secret: bool = False


def read_past(store: Store, path: str, name: str, key: str) -> Past:
    """Ask the store for what the latest runs of a file pushed last under a key."""
    found = store.key_over_runs(path, name, key, limit=LIMIT)
    return past_of(name, key, [(run, rows.get(name)) for run, rows in found])


def past_of(name: str, key: str, found: Sequence[tuple[RunRow, ValueRow | None]]) -> Past:
    """What was found, made ready to be drawn."""
    there = [row for _, row in found if row is not None]
    if any(row.secret for row in there):
        points = tuple(Point(run, row, None if row is None else "***") for run, row in found)
        return Past(name, key, Shape.WORDS, points, is_secret=True)
    values = [ABSENT if row is None else decode(row.value) for _, row in found]
    return Past(name, key, _shape(values), tuple(_points(found, values)))


def _shape(values: Iterable[object]) -> Shape:
    there = [value for value in values if value is not ABSENT and value is not None]
    if there and all(_number(value) is not None for value in there):
        return Shape.NUMBERS
    if all(isinstance(value, (str, bool)) for value in there):
        return Shape.WORDS
    return Shape.CHANGES


def _number(value: object) -> float | None:
    """A number as one can draw it; None for what is none. A bool is a word."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _points(found: Sequence[tuple[RunRow, ValueRow | None]], values: Sequence[object]) -> Iterable[Point]:
    before: object = ABSENT
    for (run, row), value in zip(found, values, strict=True):
        if row is None:
            yield Point(run)
            continue
        is_changed = before is not ABSENT and not same(before, value)
        told = _told(before, value) if is_changed else ()
        yield Point(run, row, preview(row.value), _number(value), is_changed, told)
        before = value


def _told(before: object, after: object) -> tuple[str, ...]:
    first = list(islice(changes(before, after), MOST_TOLD + 1))
    lines = [f"{change.path or 'value'}: {_side(change.before)} → {_side(change.after)}" for change in first]
    return tuple(lines[:MOST_TOLD] + (["…"] if len(lines) > MOST_TOLD else []))


def _side(value: object) -> str:
    return "absent" if value is ABSENT else shown(value, _WIDTH)
