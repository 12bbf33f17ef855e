"""The problems of a file as rows, the heaviest first, each followed by the other ends of what it tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.gui.language import mark
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import severity_icon
from flowdesk.gui.override import override
from flowdesk.gui.weight_look import by_weight, look_of_weight, order_of_weight

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from flowdesk.errors import Place, Problem


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem; or with `end` (from 0) one of the other ends that it tells of."""

    problem: Problem
    file: str
    end: int | None = None

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.problem.place if self.end is None else self.problem.related[self.end].place

    @property
    def message(self) -> str:
        """What it says, with the way out where there is one."""
        if self.end is not None:
            return f"↳ {self.problem.related[self.end].message}"
        hint = self.problem.suggestion
        return f"{self.problem.message} ({hint})" if hint else self.problem.message

    def is_like(self, other: ProblemRow) -> bool:
        """Whether it tells the same as another, wherever in the file that is."""
        return (self.problem.code, self.message, self.end) == (other.problem.code, other.message, other.end)


class ProblemsModel(RowsModel[ProblemRow]):
    """Problems, errors before warnings before notes, each by their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, _key, dimmed=_is_end, parent=parent)

    def list_problems(self, problems: Sequence[Problem], file: str) -> None:
        """Show these problems of the pipeline in `file`."""
        rows = []
        for problem in by_weight(problems):
            rows.append(ProblemRow(problem, file))
            rows += [ProblemRow(problem, file, end) for end in range(len(problem.related))]
        self.reset(rows)

    @override
    def searched(self, row: ProblemRow) -> str:
        """A problem and its ends are found together."""
        problem, said = row.problem, [str(row.problem), row.problem.code, row.problem.severity]
        return "\n".join([*said, *(f"{other.place} {other.message}" for other in problem.related)])


def _key(row: ProblemRow) -> Hashable:
    return (row.problem, row.end)


def _is_end(row: ProblemRow) -> bool:
    return row.end is not None


def _weight_word(row: ProblemRow) -> str:
    return look_of_weight(row.problem.severity).word if row.end is None else ""


def _weight_icon(row: ProblemRow) -> QIcon | None:
    return severity_icon(row.problem.severity) if row.end is None else None


def _line(row: ProblemRow) -> str:
    place = row.place
    return str(place.line) if place.file == row.file else f"{Path(place.file).name}:{place.line}"


def _whole(row: ProblemRow) -> str:
    related = [f"{other.message} ({other.place})" for other in row.problem.related]
    return "\n".join([ProblemRow(row.problem, row.file).message, *related, str(row.problem.place)])


COLUMNS: tuple[Column[ProblemRow], ...] = (
    Column(
        mark("Severity"), _weight_word, lambda row: order_of_weight(row.problem.severity), icon=_weight_icon
    ),
    Column(mark("Line"), _line, lambda row: row.place, lambda row: str(row.place), right=True),
    Column(mark("Message"), lambda row: row.message, tooltip=_whole),
    Column(mark("Code"), lambda row: row.problem.code if row.end is None else ""),
)
