"""What `flowdesk show RUN TASK` prints: the tries of a task, what each carried out, pulled and pushed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from flowdesk.cli import as_json as data
from flowdesk.cli.in_use import in_use
from flowdesk.cli.look import colour_of, word
from flowdesk.cli.printing import echo, style
from flowdesk.cli.remarks import CACHED
from flowdesk.cli.stored import task_of
from flowdesk.cli.terminal import printable, width_of, wrapped
from flowdesk.cli.times import between, local
from flowdesk.plan.inner_runs import inner_id
from flowdesk.plan.instances import name_of
from flowdesk.plan.instances import task_of as id_of
from flowdesk.plan.written import from_json
from flowdesk.records import NamedTuple
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Task
    from flowdesk.store.reading import Reader
    from flowdesk.store.rows import PullRow, RunRow, TryRow, ValueRow

INDENT = 4
MOST_MADE = 20
"""Of the tasks made of a mapped one, so many are shown."""


class Attempt(NamedTuple):
    """A try with what it pulled and pushed."""

    row: TryRow
    pulls: list[PullRow]
    values: list[ValueRow]


def print_task(store: Reader, run: RunRow, name: str) -> None:
    """Print all that is known of a task of a run.

    Raises:
        UsageError: the run has no such task.
    """
    row = task_of(store, run, name)
    task = from_json(store.plan_text(run.id)).tasks[id_of(name)]
    state = style(word(row.state), fg=colour_of(row.state), bold=True)
    reason = f": {printable(row.reason)}" if row.reason else ""
    echo(f"{state}  {printable(name)}, a {task.kind} task of {run.pipeline}, run {run.number}{reason}")
    if row.expanded is not None:
        _print_made(store, run, name, row.expanded)
    inner = {one.id: one.number for one in store.inner_runs(run.id)}
    for attempt in _attempts(store, run, name):
        echo()
        _print_attempt(store, task, attempt)
        number = inner.get(inner_id(run.id, name, attempt.row.number))
        if number is not None:
            _print_line("its run", f"{number}; flowdesk show {number}")


def _print_made(store: Reader, run: RunRow, task: str, count: int) -> None:
    """Print the tasks that were made of a mapped one, each with what its last try pushed."""
    echo(f"  {count:,} {'tasks were' if count != 1 else 'task was'} made of it:")
    values: dict[tuple[str, int], dict[str, str]] = {}
    for value in store.values(run.id, task=task):
        values.setdefault((value.name, value.try_number), {})[value.key] = in_use(value)
    made = [row for row in store.tasks(run.id) if row.task == task and 0 <= row.map_index < count]
    reasons = {(one.name, one.number): one.reason for one in store.tries(run.id, task)}
    for row in made[:MOST_MADE]:
        last = (row.name, row.tries)
        pushed = ", ".join(f"{key} = {text}" for key, text in values.get(last, {}).items())
        told = printable(": ".join(filter(None, [row.name, row.reason or reasons.get(last) or pushed])))
        state = style(word(row.state), fg=colour_of(row.state))
        echo(f"    {state}  {told}")
    if count > MOST_MADE:
        echo(f"    and {count - MOST_MADE:,} more")


def task_as_data(store: Reader, run: RunRow, name: str) -> dict[str, object]:
    """Return the same as data.

    Raises:
        UsageError: the run has no such task.
    """
    row = task_of(store, run, name)
    tries = [
        {
            **data.of_try(attempt.row),
            "pulls": [data.of_pull(pull) for pull in attempt.pulls],
            "values": [data.of_value(value) for value in attempt.values],
        }
        for attempt in _attempts(store, run, name)
    ]
    return {**data.of_task(row), "expanded": row.expanded, "tries": tries}


def _attempts(store: Reader, run: RunRow, name: str) -> Iterator[Attempt]:
    pulls = [pull for pull in store.pulls(run.id) if name_of(pull.task, pull.map_index) == name]
    values = [value for value in store.values(run.id, task=name) if value.name == name]
    for row in store.tries(run.id, name):
        if row.name != name:  # what was made of a mapped task has its own
            continue
        yield Attempt(
            row,
            [pull for pull in pulls if pull.try_number == row.number],
            [value for value in values if value.try_number == row.number],
        )


def _print_attempt(store: Reader, task: Task, attempt: Attempt) -> None:
    row = attempt.row
    took = between(row.started_at, row.finished_at)
    state = style(word(row.state), fg=colour_of(row.state))
    echo(f"  try {row.number}  {state}  {local(row.started_at)}  {took}".rstrip())
    if row.reason:
        _print_line("reason", row.reason)
    if row.cached_from:
        _print_line("cached", f"{CACHED}: those of run {row.cached_from}")
    for name, text in _carried_out(task, row):
        _print_line(name, text)
    for pull in attempt.pulls:
        _print_line("pulled", f"{pull.argument} ← {_source(store, pull)}")
    for value in attempt.values:
        _print_line("pushed", f"{value.key}: {value.type} = {in_use(value)}")
    _print_line("log", row.log)


def _carried_out(task: Task, row: TryRow) -> Iterator[tuple[str, str]]:
    """Give what the try carried out: as templates made it, else as it is written."""
    rendered = json.loads(row.rendered) if row.rendered else {}
    for text in rendered.get("code", task.code):
        for at, line in enumerate(text.strip().splitlines() or [""]):
            yield "" if at else str(task.kind), line
    for name, text in (rendered.get("env") or {}).items():
        yield "env", f"{name}={text}"
    if cwd := rendered.get("cwd"):
        yield "cwd", cwd


def _source(store: Reader, pull: PullRow) -> str:
    """Return where a pulled value is from, and the value; a secret one is masked."""
    source = f"{name_of(pull.source_task, pull.source_map_index)}:{pull.key}"
    if pull.source_try is None:
        return f"{source}, which was not pushed: the default"
    of_run = pull.source_run or pull.run_id
    names = name_of(pull.source_task, pull.source_map_index)
    found = [
        value
        for value in store.values(of_run, task=names, key=pull.key)
        if value.try_number == pull.source_try
    ]
    told = f"{source}, try {pull.source_try}" + (f" of run {pull.source_run}" if pull.source_run else "")
    return f"{told} = {_as_pulled(found[-1], pull)}" if found else told


def _as_pulled(row: ValueRow, pull: PullRow) -> str:
    """Return a value as it was when it was pulled, as far as that is known."""
    if row.edit is None or pull.pulled_at >= row.edit.edited_at:
        return in_use(row)
    return f"{preview(row.edit.original)} (edited since, {preview(row.value)})"


def _print_line(name: str, text: str) -> None:
    head = f"{'':{INDENT}}{name:<9} "
    lines = wrapped(printable(text), width_of(sys.stdout), taken=len(head), hanging=len(head))
    echo(f"{style(head, dim=True)}{lines[0]}")
    for line in lines[1:]:
        echo(line)
