"""`flowdesk xcom list`: what can be asked of it. `value_list` prints the values, and needs no click."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.value_list import print_values


@click.command(name="list")
@options.run_argument
@options.file_option
@options.as_json
@options.store_option
def list_(run_ref: str | None, file: str | None, *, as_json: bool) -> None:
    r"""List all values of RUN (by default the latest), of all tries.

    \b
    Examples:
      flowdesk xcom list
      flowdesk xcom list 12
      flowdesk xcom list --file pipelines/xcom.toml --json
    """
    print_values(run_ref, file, as_json=as_json)
