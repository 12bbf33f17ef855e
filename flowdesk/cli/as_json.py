"""What is printed with `--json`: runs, values, events and problems as data. Moments are ISO 8601, UTC."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flowdesk.plan.instances import name_of

if TYPE_CHECKING:
    from flowdesk.errors import Place, Problem
    from flowdesk.plan.events import Event
    from flowdesk.store.rows import Edit, PullRow, RunRow, TaskRow, TryRow, ValueRow


def pretty(data: object) -> str:
    """Return data as indented JSON text."""
    return json.dumps(data, indent=2, ensure_ascii=False)


def line(data: object) -> str:
    """Return data as JSON text in one line."""
    return json.dumps(data, ensure_ascii=False)


def of_run(run: RunRow) -> dict[str, object]:
    """Return a run as data."""
    return {
        "number": run.number,
        "id": run.id,
        "pipeline": run.pipeline,
        "path": run.path,
        "state": run.state.value,
        "reason": run.reason,
        "paused": run.paused,
        "params": {name: json.loads(text) for name, text in json.loads(run.params).items()},
        "parent": run.parent,
        "started_at": moment(run.started_at),
        "finished_at": moment(run.finished_at),
    }


def of_task(row: TaskRow) -> dict[str, object]:
    """Return how a task of a run stands as data."""
    return {
        "task": row.task,
        **_index(row),
        "state": row.state.value,
        "reason": row.reason,
        "started_at": moment(row.started_at),
        "finished_at": moment(row.finished_at),
    }


def of_try(row: TryRow) -> dict[str, object]:
    """Return a try as data, without what it printed."""
    return {
        "task": row.task,
        **_index(row),
        "try": row.number,
        "state": row.state.value,
        "reason": row.reason,
        "exit_code": row.exit_code,
        "signal": row.signal,
        "cached_from": row.cached_from,
        "rendered": json.loads(row.rendered) if row.rendered else None,
        "started_at": moment(row.started_at),
        "finished_at": moment(row.finished_at),
        "log": row.log,
    }


def of_value(row: ValueRow) -> dict[str, object]:
    """Return a pushed value as data; `value` is the exact JSON that the store has."""
    return {
        "run_id": row.run_id,
        "task": row.task,
        **_index(row),
        "try": row.try_number,
        "key": row.key,
        "type": row.type,
        "value": json.loads(row.value),
        **({"secret": True} if row.secret else {}),
        "pushed_at": moment(row.pushed_at),
        **({"edited": _of_edit(row.edit)} if row.edit else {}),
    }


def _of_edit(edit: Edit) -> dict[str, object]:
    return {
        "at": moment(edit.edited_at),
        "by": edit.by,
        "original_type": edit.original_type,
        "original": json.loads(edit.original),
    }


def of_pull(row: PullRow) -> dict[str, object]:
    """Return as data what a try pulled."""
    return {
        "task": row.task,
        **_index(row),
        "try": row.try_number,
        "argument": row.argument,
        "source": name_of(row.source_task, row.source_map_index),
        "key": row.key,
        "source_try": row.source_try,
        "source_run": row.source_run,
        "pulled_at": moment(row.pulled_at),
    }


def of_event(event: Event) -> dict[str, object]:
    """Return an event as data, without the fields it does not have."""
    data: dict[str, object] = {
        "seq": event.seq,
        "run_id": event.run_id,
        "at": moment(event.at),
        "kind": event.kind.value,
        "task": event.task,
        "map_index": event.map_index if event.map_index >= 0 else None,
        "try": event.try_number,
        "data": event.data,
    }
    return {name: value for name, value in data.items() if value is not None}


def of_problem(problem: Problem) -> dict[str, object]:
    """Return a problem as data."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "suggestion": problem.suggestion,
        **_of_place(problem.place),
        "related": [{"message": other.message, **_of_place(other.place)} for other in problem.related],
    }


def moment(at: float | None) -> str | None:
    """Return a moment (seconds since the epoch) as ISO 8601."""
    return None if at is None else datetime.fromtimestamp(at, UTC).isoformat()


def _index(row: TaskRow | TryRow | ValueRow | PullRow) -> dict[str, object]:
    """Return the index of a mapped task; nothing of any other."""
    return {"map_index": row.map_index} if row.map_index >= 0 else {}


def _of_place(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
