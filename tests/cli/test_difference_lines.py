from __future__ import annotations

from pathlib import Path

from flowdesk.cli.difference_lines import MOST_CHANGES, lines
from flowdesk.store.comparing import Difference, Sides
from flowdesk.store.rows import ValueRow
from flowdesk.xcom.differences import ABSENT, Change

SIDES = Sides("run 1", "run 2", Path("/values"))
ROW = ValueRow("run", "t", 1, "k", "int", "1", 0.0, 1)


def test_parts_that_came_and_went_are_told() -> None:
    found = Difference(("t", "k"), ROW, ROW, (Change(".a", ABSENT, 1), Change(".b", "x", ABSENT)))
    assert list(lines([found], SIDES))[1:] == [
        "  a: \x1b[32madded\x1b[0m 1",
        "  b: \x1b[31mremoved\x1b[0m 'x'",
    ]


def test_of_many_changes_some_are_listed() -> None:
    found = Difference(("t", "k"), ROW, ROW, tuple(Change(f"[{n}]", n, n + 1) for n in range(60)))
    shown = list(lines([found], SIDES))
    assert shown[0] == "k of t: 60 changes"
    assert len(shown) == MOST_CHANGES + 2
    assert shown[-1] == "  and 10 more; --json has them all"


def test_what_would_steer_the_terminal_is_shown_as_its_escape() -> None:
    found = Difference(("t", "k"), ROW, ROW, (Change("", "\x1b[2J", "b"),))
    assert "\x1b[2J" not in "".join(lines([found], SIDES))
