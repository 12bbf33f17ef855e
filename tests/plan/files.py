"""What tests ask of a pipeline's text: its plan, its problems, and what a problem underlines."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from flowdesk.model.reader import read
from flowdesk.plan.build import Checked, check

if TYPE_CHECKING:
    from flowdesk.errors import Place, Problem
    from flowdesk.plan.plan import Plan


def checked(text: str, folder: Path = Path()) -> Checked:
    """What the check makes of a text, as if it stood in `folder`."""
    return check(read(folder / "p.toml", text=dedent(text)))


def plan_of_text(text: str, *, ok: bool = True) -> Plan:
    """The plan of a text, which is all right or, on purpose, not."""
    result = checked(text)
    assert result.ok is ok, result.problems
    assert result.plan is not None
    return result.plan


NOT_PULLED = "FD801"
"""That nobody pulls a key: short examples have that often, and only those about it count it."""


def codes(text: str, folder: Path = Path()) -> list[str]:
    """The codes of all problems of a text, in the file's order, but for keys that nobody pulls."""
    return [problem.code for problem in checked(text, folder).problems if problem.code != NOT_PULLED]


def only_problem(text: str, code: str, folder: Path = Path()) -> Problem:
    """The one problem of a text; it has this code. Keys that nobody pulls count only where they are it."""
    found = checked(text, folder).problems
    problems = [problem for problem in found if problem.code == code or problem.code != NOT_PULLED]
    assert [problem.code for problem in problems] == [code], problems
    return problems[0]


def underlined(text: str, place: Place) -> str:
    """What a place of one line marks in a text."""
    line = dedent(text).splitlines()[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]
