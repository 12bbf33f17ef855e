"""Differences between values as people read them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flowdesk.cli.terminal import printable, speaks
from flowdesk.xcom.differences import ABSENT, shift
from flowdesk.xcom.preview import preview, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowdesk.store.comparing import Difference, Sides
    from flowdesk.xcom.differences import Change, Shift

MOST_CHANGES = 50
"""Parts of one value that are listed; `--json` has them all."""

QUOTED = 60
"""Characters up to which a text is shown in quotes."""


def lines(found: Sequence[Difference], sides: Sides) -> Iterator[str]:
    """Yield the lines that show differences."""
    for one in found:
        title = printable(f"{one.name[1]} of {one.name[0]}") + _edited(one, sides)
        row = one.before or one.after
        if one.before is None or one.after is None:
            where = sides.after if one.before is None else sides.before
            colour = "green" if one.before is None else "red"
            text = printable(preview(row.value)) if row else ""
            yield f"{title}: {click.style(f'only in {where}', fg=colour)}, {text}"
        elif one.diff:
            yield f"{title}:"
            yield from (click.style(f"  {printable(line)}", fg=_colour(line)) for line in one.diff)
        elif len(one.changes) == 1:
            yield f"{title}{_joint(one.changes[0])}{_change(one.changes[0])}"
        else:
            yield f"{title}: {len(one.changes):,} changes" if one.changes else f"{title}: the ends of lines"
            yield from (f"  {_path(change)}: {_change(change)}" for change in one.changes[:MOST_CHANGES])
            if len(one.changes) > MOST_CHANGES:
                yield f"  and {len(one.changes) - MOST_CHANGES:,} more; --json has them all"


def _edited(one: Difference, sides: Sides) -> str:
    """Return where somebody edited the value."""
    rows = ((sides.before, one.before), (sides.after, one.after))
    where = [side for side, row in rows if row is not None and row.is_edited]
    return f" (edited in {' and '.join(where)})" if where else ""


def _joint(change: Change) -> str:
    return f", {_path(change)}: " if change.path else ": "


def _path(change: Change) -> str:
    return printable(change.path.removeprefix("."))


def _change(change: Change) -> str:
    before, after = (printable(_side(side)) for side in (change.before, change.after))
    if change.before is ABSENT:
        return f"{click.style('added', fg='green')} {after}"
    if change.after is ABSENT:
        return f"{click.style('removed', fg='red')} {before}"
    arrow = " → " if speaks(sys.stdout, "→") else " -> "
    moved = shift(change.before, change.after)
    return f"{before}{arrow}{after}{_moved(moved) if moved else ''}"


def _side(value: object) -> str:
    return repr(value) if isinstance(value, str) and len(value) <= QUOTED else shown(value)


def _moved(moved: Shift) -> str:
    """Return how far a number moved: " (+0.25, +50 %)"."""
    difference = shown(moved.difference)
    sign = "" if difference.startswith("-") else "+"
    percent = "" if moved.percent is None else f", {moved.percent:+.3g} %"
    return f" ({sign}{difference}{percent})"


def _colour(line: str) -> str | None:
    return {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
