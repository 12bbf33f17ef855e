"""Two values side by side: the parts, or of texts the lines, in which they differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.inspector.reading import as_sentence
from flowdesk.gui.language import plural, tr
from flowdesk.xcom.comparable import comparable
from flowdesk.xcom.differences import ABSENT, changes, shift
from flowdesk.xcom.files import FileLost, Unkept
from flowdesk.xcom.preview import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.gui.inspector.wanted import Wanted

LARGEST = 2 << 20
"""Bytes of a value that is opened for comparing; of larger ones it is told whether their hashes differ."""

MOST = 1000
"""Differences that are listed."""

_WIDTH = 300
_MOST_LINES = 4000


class Difference(NamedTuple):
    """One part that differs: where, what it was, what it is, and how far a number moved."""

    number: int
    place: str
    before: str
    after: str
    moved: str = ""


class Comparison(NamedTuple):
    """All differences, and a sentence that sums them up."""

    sentence: str
    differences: list[Difference]


def compare(before: str, after: str, folder: Path, wanted: Wanted) -> Comparison:
    """Compare the texts of two values; stored files lie in `folder`, or where they say."""
    if before == after:
        return Comparison(tr("Both are the same."), [])
    try:
        old, new = (comparable(text, folder, largest=LARGEST) for text in (before, after))
    except (FileLost, Unkept, OSError, ValueError) as error:
        return Comparison(as_sentence(str(error)), [])
    lines = isinstance(old, str) and isinstance(new, str) and ("\n" in old or "\n" in new)
    found = _of_lines(str(old), str(new)) if lines else _of_parts(old, new)
    listed: list[Difference] = []
    for number, (place, one, other, moved) in enumerate(islice(found, MOST + 1)):
        wanted.check()
        listed.append(Difference(number, place, one, other, moved))
    if len(listed) > MOST:
        return Comparison(
            tr("More than {n:,} differences; these are the first.").format(n=MOST), listed[:MOST]
        )
    if lines:
        return Comparison(plural("{n} line differs.", "{n} lines differ.", len(listed)), listed)
    return Comparison(plural("{n} part differs.", "{n} parts differ.", len(listed)), listed)


def _of_parts(old: object, new: object) -> Iterator[tuple[str, str, str, str]]:
    for change in changes(old, new):
        moved = shift(change.before, change.after)
        place = change.path.removeprefix(".") or tr("the whole")
        text = "" if moved is None else _moved(moved.difference, moved.percent)
        yield place, _side(change.before), _side(change.after), text


def _of_lines(old: str, new: str) -> Iterator[tuple[str, str, str, str]]:
    one, other = old.splitlines()[:_MOST_LINES], new.splitlines()[:_MOST_LINES]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=True).get_opcodes():
        if kind == "equal":
            continue
        for place, pair in enumerate(zip_longest(one[i1:i2], other[j1:j2], fillvalue="")):
            yield tr("line {line}").format(line=j1 + place + 1), pair[0][:_WIDTH], pair[1][:_WIDTH], ""


def _side(value: object) -> str:
    return tr("absent") if value is ABSENT else shown(value, _WIDTH)


def _moved(difference: object, percent: float | None) -> str:
    text = shown(difference)
    sign = "" if text.startswith("-") else "+"
    return f"{sign}{text}" + ("" if percent is None else f" ({percent:+.3g} %)")
