"""What `flowdesk run --dry-run` prints: what would be carried out, task by task, and nothing is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from flowdesk.cli.manner import Output
from flowdesk.cli.running import checked_plan, given_params, request_for
from flowdesk.cli.terminal import printable
from flowdesk.engine.dry_run import dry_run, lines
from flowdesk.store.home import home

if TYPE_CHECKING:
    from flowdesk.cli.manner import Wanted
    from flowdesk.engine.dry_run import DryTask


def print_dry_run(wanted: Wanted) -> int:
    """Print what a run would carry out; with JSON, a line for each task. Returns the exit code.

    Raises:
        FileRefused: the file has errors.
        UsageError: its params do.
    """
    plan, _, source, _ = checked_plan(wanted)
    params = given_params(plan, wanted)
    tasks = dry_run(plan, request_for(wanted, source, home=home(), params=params))
    if wanted.manner.output is Output.JSON:
        for task in tasks:
            click.echo(json.dumps(_as_data(task), ensure_ascii=False))
    elif wanted.manner.output is Output.FULL:
        for line in lines(tasks):
            click.echo(printable(line))
    return 0


def _as_data(task: DryTask) -> dict[str, object]:
    return {
        "task": task.id,
        "kind": task.kind.value,
        "code": list(task.code),
        "env": dict(task.env),
        "cwd": task.cwd,
        "pulls": dict(task.pulls),
        "upstream": list(task.upstream),
        "trigger_rule": task.rule.value,
        "is_mapped": task.is_mapped,
        "note": task.note,
        "params": dict(task.params),
    }
