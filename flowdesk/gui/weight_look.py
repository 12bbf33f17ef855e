"""How the weights of problems look: one table from severity to word, icon and colour, the heaviest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, plural
from flowdesk.gui.state_look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.errors import Problem

WEIGHTS: dict[Severity, Look] = {
    Severity.ERROR: Look(mark("Error"), Icon.PROBLEM, "failed"),
    Severity.WARNING: Look(mark("Warning"), Icon.WARNING, "retry"),
    Severity.NOTE: Look(mark("Note"), Icon.NOTE, "running"),
}
_COUNTS = {
    Severity.ERROR: (mark("{n} error"), mark("{n} errors")),
    Severity.WARNING: (mark("{n} warning"), mark("{n} warnings")),
    Severity.NOTE: (mark("{n} note"), mark("{n} notes")),
}
_ORDER = {severity: number for number, severity in enumerate(WEIGHTS)}


def look_of_weight(severity: Severity) -> Look:
    """How `severity` looks."""
    return WEIGHTS[severity]


def counted(severity: Severity, number: int) -> str:
    """How many problems of a weight there are, as people say it."""
    one, many = _COUNTS[severity]
    return plural(one, many, number)


def order_of_weight(severity: Severity) -> int:
    """What problems are sorted by so that the heaviest come first."""
    return _ORDER[severity]


def heaviest(problems: Iterable[Problem]) -> Severity:
    """The greatest weight among some problems. Raises ValueError where there are none."""
    return min((problem.severity for problem in problems), key=order_of_weight)


def by_weight(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, errors before warnings before notes, each by their places."""
    return sorted(problems, key=lambda one: (order_of_weight(one.severity), one.place, one.code))
