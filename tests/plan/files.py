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


def codes(text: str) -> list[str]:
    """The codes of all problems of a text, in the file's order."""
    return [problem.code for problem in checked(text).problems]


def only_problem(text: str, code: str, folder: Path = Path()) -> Problem:
    """The one problem of a text; it has this code."""
    problems = checked(text, folder).problems
    assert [problem.code for problem in problems] == [code], problems
    return problems[0]


def underlined(text: str, place: Place) -> str:
    """What a place of one line marks in a text."""
    line = dedent(text).splitlines()[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]
