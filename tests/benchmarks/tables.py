"""How every benchmark tells what it found: one table with its ratios, its goals, and whether they are met.

With $FLOWDESK_BENCH_GOALS naming a file, each goal is written there too, a line of JSON each, so that
`python -m tests.benchmarks` can sum all of them up.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

KEPT_IN = "FLOWDESK_BENCH_GOALS"


class Goal(NamedTuple):
    """What a row has to reach and what it came to, both in words, and whether that is enough."""

    wanted: str
    found: str
    is_met: bool

    @property
    def verdict(self) -> str:
        """One word."""
        return "met" if self.is_met else "missed"


def at_most(limit: float, value: float, unit: str = "x") -> Goal:
    """The goal of a figure that may be no larger than its limit."""
    return Goal(f"≤ {limit:,g} {unit}", f"{value:,.2f} {unit}", value <= limit)


def at_least(limit: float, value: float, unit: str) -> Goal:
    """The goal of a figure that may be no smaller than its limit."""
    return Goal(f"≥ {limit:,g} {unit}", f"{value:,.0f} {unit}", value >= limit)


class Table:
    """Rows of a name, cells that end at the right of their columns, and a goal where there is one."""

    def __init__(self, title: str, columns: Sequence[str]) -> None:
        self.title = title
        self._columns = list(columns)
        self._rows: list[tuple[str, list[str], Goal | None]] = []

    def row(self, name: str, *cells: str, goal: Goal | None = None) -> None:
        """Add a row; cells that it lacks at its end stay empty."""
        missing = len(self._columns) - len(cells)
        self._rows.append((name, [*cells, *[""] * missing], goal))

    def text(self) -> str:
        """The table, with the title on the line of the columns' names."""
        lines = [[self.title, *self._columns, "goal", ""]]
        for name, cells, goal in self._rows:
            lines.append([name, *cells, *((goal.wanted, goal.verdict) if goal else ("", ""))])
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        told = []
        for first, *others in lines:
            cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
            told.append("  ".join([first.ljust(widths[0]), *cells]).rstrip())
        return "\n".join(told)

    def show(self) -> None:
        """Print the table, and keep its goals for the summary."""
        print(f"\n{self.text()}", flush=True)
        if KEPT_IN in os.environ:
            with Path(os.environ[KEPT_IN]).open("a", encoding="utf-8") as kept:
                for name, _, goal in self._rows:
                    if goal:
                        kept.write(json.dumps([self.title, name, *goal], ensure_ascii=False) + "\n")


def summary(kept: str) -> Table:
    """The table of all goals that were kept, those that were missed at its end."""
    goals = [json.loads(line) for line in kept.splitlines()]
    table = Table(f"{sum(goal[4] for goal in goals)} of {len(goals)} goals met", ["", "came to"])
    for title, name, *goal in sorted(goals, key=lambda each: not each[4]):
        table.row(title, name, goal[1], goal=Goal(*goal))
    return table
