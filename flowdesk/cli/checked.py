"""Reading and checking a file, for every command that takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.paths import identity
from flowdesk.errors import FileRefused, Severity
from flowdesk.model.reader import read
from flowdesk.plan.build import check

if TYPE_CHECKING:
    from flowdesk.errors import Problem
    from flowdesk.plan.plan import Plan


def checked(file: str) -> tuple[Plan | None, list[Problem], str]:
    """Return the plan of a pipeline file (None where it has errors), all its problems, and its text."""
    document = read(identity(file))
    found = check(document)
    return found.plan, found.problems, document.text


def plan_of(file: str) -> tuple[Plan, list[Problem], str]:
    """Return the plan of a pipeline file, its warnings and notes, and its text.

    Raises:
        FileRefused: the file has errors.
    """
    plan, problems, text = checked(file)
    if plan is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise FileRefused(problems)
    return plan, problems, text
