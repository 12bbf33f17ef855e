"""A cell of the grid in words: for its tooltip, for the line below, and for whoever cannot see it."""

from __future__ import annotations

import html
from time import time
from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr
from flowdesk.gui.models.runs import length_text, params_of, why_of
from flowdesk.gui.state_look import look_of, shown_of_row
from flowdesk.gui.times import duration, moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.grid.cells import CellView
    from flowdesk.gui.grid.tree import Row
    from flowdesk.gui.state_look import Shown
    from flowdesk.plan.run_view import TaskView
    from flowdesk.store.rows import RunRow


def words_of_run(run: RunRow) -> list[str]:
    """What a run's column tells."""
    parts = [tr("Run #{number}").format(number=run.number), tr(look_of(shown_of_row(run)).word)]
    parts += [length_text(run), moment_text(run.started_at)]
    parts += [f"{name} = {text}" for name, text in params_of(run).items()]
    return [*parts, *filter(None, [why_of(run)])]


def words_of_cell(row: Row, run: RunRow, cell: CellView | None, *, is_known: bool = True) -> list[str]:
    """What a cell tells, the task first."""
    parts = [row.id, tr("Run #{number}").format(number=run.number)]
    if cell is None:
        return [*parts, tr("not in this run") if is_known else tr("not read yet")]
    if row.is_group:
        return [*parts, counts_text(cell.counts or {}), *_edited(cell)]
    parts.append(tr(look_of(cell.shown).word))
    if cell.counts:
        parts.append(counts_text(cell.counts))
    if cell.task:
        parts += _times(cell.task)
    return [*parts, *_edited(cell)]


def as_tip(parts: list[str]) -> str:
    """The parts as rich text, the first of them strong."""
    first, *rest = (html.escape(part) for part in parts)
    return f"<div><b>{first}</b><br>{'<br>'.join(rest)}</div>"


def counts_text(counts: Mapping[Shown, int]) -> str:
    """How many are in which state: "3 success, 1 failed"."""
    return ", ".join(f"{count:,} {tr(look_of(shown).word).lower()}" for shown, count in counts.items())


def _times(task: TaskView) -> list[str]:
    parts = [plural("{n} try", "{n} tries", task.tries)] if task.tries > 1 else []
    if task.started_at is not None:
        end = time() if task.finished_at is None and not task.state.is_final else task.finished_at
        if end is not None:
            parts.append(duration(end - task.started_at))
    return [*parts, *filter(None, [task.reason])]


def _edited(cell: CellView) -> list[str]:
    return [tr("a value was edited")] if cell.is_edited else []
