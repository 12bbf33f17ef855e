"""Options that several commands have, each with one name, one sentence and one completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flowdesk.cli.completion import complete_key, complete_run, complete_task

if TYPE_CHECKING:
    from collections.abc import Callable

RUN_HELP = "Number of a run, or the beginning of its id. By default the latest."

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
run_argument = click.argument("run_ref", metavar="[RUN]", required=False, shell_complete=complete_run)
run_option = click.option("--run", "run_ref", metavar="RUN", shell_complete=complete_run, help=RUN_HELP)
task_argument = click.argument("task", shell_complete=complete_task)
key_argument = click.argument("key", shell_complete=complete_key)
try_option = click.option(
    "--try",
    "try_number",
    metavar="N",
    type=click.IntRange(min=1),
    help="Which try, from 1. By default the last.",
)
file_option = click.option(
    "--file",
    "file",
    type=click.Path(),
    help="Mean the latest run of this pipeline file.",
)


def pipeline_file(*, required: bool = True) -> Callable[..., Callable[..., object]]:
    """Return the argument that names one pipeline file."""
    return click.argument("file", type=click.Path(), required=required)
