"""`flowdesk runs`: what can be asked of it. `run_list` prints the runs, and needs no click."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.run_list import MOST, print_runs


@click.command()
@options.pipeline_file(required=False)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=MOST, show_default=True, help="How many."
)
@options.as_json
@options.store_option
def runs(file: str | None, limit: int, *, as_json: bool) -> None:
    r"""List runs, the newest first; with FILE, the runs of that pipeline only.

    \b
    Examples:
      flowdesk runs
      flowdesk runs pipelines/xcom.toml --limit 5
      flowdesk runs --json | jq -r '.[0].state'
    """
    print_runs(file, limit, as_json=as_json)
