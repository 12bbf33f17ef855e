"""The problems of a file as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import severity_icon

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QObject

    from flowdesk.errors import Problem

_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class ProblemsModel(RowsModel["Problem"]):
    """Problems, in the order of their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, _key, parent=parent)


def _key(problem: Problem) -> Hashable:
    return problem


def _message(problem: Problem) -> str:
    return f"{problem.message} ({problem.suggestion})" if problem.suggestion else problem.message


def _whole(problem: Problem) -> str:
    related = [f"{other.message} ({other.place})" for other in problem.related]
    return "\n".join([_message(problem), *related, str(problem.place)])


COLUMNS: tuple[Column[Problem], ...] = (
    Column(
        "Severity",
        lambda problem: problem.severity.capitalize(),
        lambda problem: _WEIGHTS[problem.severity],
        icon=lambda problem: severity_icon(problem.severity),
    ),
    Column(
        "Line",
        lambda problem: str(problem.place.line),
        lambda problem: (problem.place.file, problem.place.line, problem.place.column),
        lambda problem: str(problem.place),
        right=True,
    ),
    Column("Message", _message, tooltip=_whole),
    Column("Code", lambda problem: problem.code),
)
