"""What differs between the values of two runs, or of two tries of one task."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple
from flowdesk.xcom.comparable import comparable
from flowdesk.xcom.differences import Change, changes, same, shift
from flowdesk.xcom.files import FileLost
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from flowdesk.store.reading import Reader
    from flowdesk.store.rows import ValueRow
    from flowdesk.xcom.differences import Shift

LARGEST = 16 * 1024 * 1024
"""Bytes of a value in a stored file that is opened for comparing. Of larger ones the hashes are compared."""

LONGEST_WORD = 60
"""Characters up to which two texts of one line are shown one after the other."""

Name = tuple[str, str]
"""A task, by its name, and a key."""


class Difference(NamedTuple):
    """A key of a task that is not the same on both sides; None: it was not pushed there.

    `changes` are the parts that differ, `diff` the lines of a text that do. Of a secret neither is told.
    """

    name: Name
    before: ValueRow | None
    after: ValueRow | None
    changes: tuple[Change, ...] = ()
    diff: tuple[str, ...] = ()

    @property
    def shift(self) -> Shift | None:
        """By how much it moved, where it is a number."""
        if len(self.changes) == 1 and not self.changes[0].path:
            return shift(self.changes[0].before, self.changes[0].after)
        return None


class Sides(NamedTuple):
    """What the two sides are called, and where stored files lie."""

    before: str
    after: str
    files: Path


def pushed(rows: Iterable[ValueRow]) -> dict[Name, ValueRow]:
    """Return the values by task and key; the last one stays."""
    ordered = sorted(rows, key=lambda row: (row.try_number, row.seq))
    return {(row.name, row.key): row for row in ordered}


def standing(store: Reader, run_id: str, task: str | None = None) -> dict[Name, ValueRow]:
    """Return what the last try of each task of a run pushed, or of one of its tasks."""
    tries = {row.name: row.tries for row in store.tasks(run_id)}
    return pushed(row for row in store.values(run_id, task=task) if row.try_number == tries.get(row.name))


def compare(
    before: Mapping[Name, ValueRow], after: Mapping[Name, ValueRow], sides: Sides
) -> Iterator[Difference]:
    """Yield what differs, in the order in which it was pushed. Secret values are passed over."""
    for name in dict.fromkeys([*before, *after]):
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            yield Difference(name, one, other)
        elif not (one.secret or other.secret) and one.value != other.value:
            yield from _differences(name, one, other, sides)


def secrets(before: Mapping[Name, ValueRow], after: Mapping[Name, ValueRow]) -> list[Name]:
    """Return what is on both sides, but secret, so that it was not compared."""
    return [name for name in before.keys() & after.keys() if before[name].secret or after[name].secret]


def _differences(name: Name, one: ValueRow, other: ValueRow, sides: Sides) -> Iterator[Difference]:
    old, new = (_value(row, sides) for row in (one, other))
    if same(old, new):
        return
    if isinstance(old, str) and isinstance(new, str) and _is_long(old, new):
        lines = unified_diff(old.splitlines(), new.splitlines(), sides.before, sides.after, lineterm="", n=2)
        if diff := tuple(lines):  # none where only the ends of lines differ
            yield Difference(name, one, other, diff=diff)
            return
    yield Difference(name, one, other, tuple(changes(old, new)))


def _value(row: ValueRow, sides: Sides) -> object:
    """Return the value; of a large one, or one whose file is gone, the reference."""
    try:
        return comparable(row.value, sides.files, largest=LARGEST)
    except FileLost:
        return decode(row.value)


def _is_long(*texts: str) -> bool:
    return any(len(text) > LONGEST_WORD or len(text.splitlines()) > 1 for text in texts)
