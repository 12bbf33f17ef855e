"""What differs between two sides, line by line, each line with both sides of it. Without Qt."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.models.xcoms import MASK
from flowdesk.store.comparing import Sides, compare, secrets
from flowdesk.xcom.differences import ABSENT, shift
from flowdesk.xcom.preview import preview, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.gui.compare.sides import Pair, Stood
    from flowdesk.gui.inspector.wanted import Wanted
    from flowdesk.store.comparing import Difference, Name
    from flowdesk.store.rows import ValueRow
    from flowdesk.xcom.differences import Change

MOST_PARTS = 50
"""Parts of one value that are told; of more, how many there are is not."""

NOTICED = 0.05
"""Seconds, and share of the longer time, below which two times count as the same."""

LONGER, LONGER_BY = 0.2, 1.0
"""A share of the longer time, and seconds, from which on a task is told to have taken another time."""

_WIDTH = 300


class TaskLine(NamedTuple):
    """A task on both sides; None where it was not there. `number` is its place."""

    number: int
    task: str
    before: Stood | None
    after: Stood | None

    @property
    def delta(self) -> float | None:
        """By how many seconds it took longer; None where it did not end on both sides."""
        if self.before is None or self.after is None:
            return None
        if self.before.took is None or self.after.took is None:
            return None
        return self.after.took - self.before.took

    @property
    def differs(self) -> bool:
        """Whether it stood otherwise, or took a time that is worth a word."""
        one, other = self.before, self.after
        if one is None or other is None:
            return True
        took = abs(self.delta or 0.0)
        is_longer = took >= LONGER_BY and took >= LONGER * max(one.took or 0.0, other.took or 0.0)
        return is_longer or (one.shown, one.tries, one.reason) != (other.shown, other.tries, other.reason)


class ValueLine(NamedTuple):
    """A key, or one part of its value that differs. Both texts are for reading; "" where nothing is."""

    number: int
    task: str
    key: str
    part: str = ""
    before: str = ""
    after: str = ""
    moved: str = ""
    differs: bool = True
    edited: tuple[bool, bool] = (False, False)
    """Whether a person edited it, before and after."""


class FactLine(NamedTuple):
    """A fact on both sides, "" where it is not told."""

    number: int
    name: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Whether it is another one."""
        return self.before != self.after


class Compared(NamedTuple):
    """All lines. `tasks` is None where no tasks are compared, `text` a unified difference."""

    tasks: list[TaskLine] | None
    values: list[ValueLine]
    facts: list[FactLine]
    text: list[str]


def compared(pair: Pair, files: Path, wanted: Wanted) -> Compared:
    """Compare all of two sides; `files` is where stored values lie.

    Raises:
        Unwanted: nobody waits for it any more.
    """
    before, after = pair.before, pair.after
    values = []
    for number, line in enumerate(_values(pair, files)):
        wanted.check()
        values.append(line._replace(number=number))
    text = unified_diff(
        before.text.splitlines(), after.text.splitlines(), before.label, after.label, lineterm="", n=3
    )
    facts = [
        FactLine(number, name, before.facts.get(name, ""), after.facts.get(name, ""))
        for number, name in enumerate(dict.fromkeys([*before.facts, *after.facts]))
    ]
    return Compared(_tasks(pair), values, facts, list(text))


def _tasks(pair: Pair) -> list[TaskLine] | None:
    one, other = pair.before.tasks, pair.after.tasks
    if one is None or other is None:
        return None
    names = dict.fromkeys([*other, *one])
    return [TaskLine(number, name, one.get(name), other.get(name)) for number, name in enumerate(names)]


def _values(pair: Pair, files: Path) -> Iterator[ValueLine]:
    before, after = pair.before.values, pair.after.values
    hidden = set(secrets(before, after))
    different: dict[Name, Difference] = {
        one.name: one for one in compare(before, after, Sides(pair.before.label, pair.after.label, files))
    }
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        edited = (one is not None and one.is_edited, other is not None and other.is_edited)
        line = ValueLine(0, *name, edited=edited)
        if name in hidden:
            yield line._replace(before=MASK, after=MASK, differs=False)
        elif name not in different:
            yield line._replace(before=_text(one), after=_text(other), differs=False)
        else:
            yield from _parts(line, different[name])


def _parts(line: ValueLine, found: Difference) -> Iterator[ValueLine]:
    if not found.changes:
        yield line._replace(before=_text(found.before), after=_text(found.after))
        return
    for change in islice(found.changes, MOST_PARTS):
        yield line._replace(
            part=change.path.removeprefix("."),
            before=_side(change.before),
            after=_side(change.after),
            moved=moved_text(change),
        )


def _text(row: ValueRow | None) -> str:
    if row is None:
        return ""
    return MASK if row.secret else preview(row.value, _WIDTH)


def _side(value: object) -> str:
    return "" if value is ABSENT else shown(value, _WIDTH)


def moved_text(change: Change) -> str:
    """How far a number moved: "+0.25 (+50 %)"; "" where it is none."""
    moved = shift(change.before, change.after)
    if moved is None:
        return ""
    text = shown(moved.difference)
    sign = "" if text.startswith("-") else "+"
    return f"{sign}{text}" + ("" if moved.percent is None else f" ({moved.percent:+.3g} %)")
