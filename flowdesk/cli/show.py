"""`flowdesk show`: what can be asked of it. `run_show` prints the run, and needs no click."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.completion import complete_task
from flowdesk.cli.run_show import print_run


@click.command()
@options.run_argument
@click.argument("task", required=False, shell_complete=complete_task)
@options.file_option
@options.as_json
@options.store_option
def show(run_ref: str | None, task: str | None, *, file: str | None, as_json: bool) -> None:
    r"""Show RUN (by default the latest): its tasks, their tries, values and reasons.

    With TASK: each of its tries, what it carried out, what it pulled from where, and what it pushed.

    \b
    Examples:
      flowdesk show
      flowdesk show 12
      flowdesk show 12 train
      flowdesk show 12 'train[3]'
      flowdesk show --file pipelines/xcom.toml train
      flowdesk show 12 --json | jq '.tasks[] | select(.state == "failed") | .reason'
    """
    print_run(run_ref, task, file, as_json=as_json)
