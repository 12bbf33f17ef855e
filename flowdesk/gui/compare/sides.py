"""What is compared: two runs, or two tries of one task, read from the store. Without Qt.

The feed only reads; what takes longer, comparing, is for `comparing`, elsewhere.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.models.runs import length_text, params_of, why_of
from flowdesk.gui.state_look import Shown, look_of, shown_of_row, state_in
from flowdesk.gui.times import duration, moment_text
from flowdesk.store.comparing import pushed, standing
from flowdesk.store.errors import RunUnknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.store.comparing import Name
    from flowdesk.store.rows import RunRow, TryRow, ValueRow
    from flowdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Stood:
    """How a task stood at the end; `took` is in seconds, from its first start to its last end."""

    shown: Shown
    tries: int = 0
    took: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: what it is called, how it stands, and what is compared of it.

    `tasks` is None of a try; `text` is the pipeline's source, or the command of a try.
    """

    run_id: str
    label: str
    shown: Shown
    facts: Mapping[str, str]
    values: Mapping[Name, ValueRow]
    text: str
    tasks: Mapping[str, Stood] | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides, the earlier one first."""

    before: Side
    after: Side


def read_runs(store: Store, before: str, after: str) -> Pair | None:
    """Read two runs; None where one of them is not there any more."""
    try:
        return Pair(_run(store, before), _run(store, after))
    except RunUnknown:
        return None


def read_tries(store: Store, run_id: str, name: str, numbers: tuple[int, int]) -> Pair | None:
    """Read two tries of a task; None where one of them is not there any more."""
    try:
        rows = {row.number: row for row in store.tries(run_id, task=name) if row.name == name}
        values = [row for row in store.values(run_id, task=name) if row.name == name]
    except RunUnknown:
        return None
    if not rows.keys() >= set(numbers):
        return None
    before, after = (
        _try(rows[number], pushed(row for row in values if row.try_number == number)) for number in numbers
    )
    return Pair(before, after)


def _run(store: Store, run_id: str) -> Side:
    run = store.find_run(run_id)
    tasks = {
        row.name: Stood(
            state_in(run.state, row.state), row.tries, _between(row.started_at, row.finished_at), row.reason
        )
        for row in store.tasks(run.id)
        if row.map_index < 0
    }
    return Side(
        run.id,
        tr("Run #{number}").format(number=run.number),
        shown_of_row(run),
        _facts_of_run(run._replace(idle=store.idle(run.id))),
        standing(store, run.id),
        store.source_text(run.id),
        tasks,
    )


def _facts_of_run(run: RunRow) -> dict[str, str]:
    facts = {
        tr("State"): tr(look_of(shown_of_row(run)).word),
        tr("Reason"): why_of(run),
        tr("Started"): moment_text(run.started_at),
        tr("Duration"): length_text(run),
        tr("Logical date"): run.logical_date or "",
    }
    params = {tr("Param {name}").format(name=name): text for name, text in params_of(run).items()}
    return {name: text for name, text in facts.items() if text} | params


def _try(row: TryRow, values: dict[Name, ValueRow]) -> Side:
    took = _between(row.started_at, row.finished_at)
    facts = {
        tr("State"): tr(look_of(row.state).word),
        tr("Reason"): row.reason or "",
        tr("Exit code"): "" if row.exit_code is None else str(row.exit_code),
        tr("Signal"): row.signal or "",
        tr("Started"): moment_text(row.started_at),
        tr("Duration"): "" if took is None else duration(took),
    }
    rendered = json.loads(row.rendered) if row.rendered else {}
    facts |= {name: str(value) for name, value in (rendered.get("env") or {}).items()}
    label = tr("{task}, try {number}").format(task=row.name, number=row.number)
    told = {name: text for name, text in facts.items() if text}
    return Side(row.run_id, label, row.state, told, values, "\n".join(rendered.get("code") or []))


def _between(start: float | None, end: float | None) -> float | None:
    return None if start is None or end is None else max(0.0, end - start)
