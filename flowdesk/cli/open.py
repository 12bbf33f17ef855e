"""`flowdesk open`: the window."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.paths import identity


@click.command(name="open")
@options.pipeline_file(required=False)
@options.store_option
@click.option("--new-window", is_flag=True, help="Open a further window, even if there is one.")
def open_(file: str | None, *, new_window: bool) -> int:
    r"""Open the window, with FILE or with what was open before.

    Where a window is open already, FILE is shown in it.

    \b
    Examples:
      flowdesk open
      flowdesk open pipelines/xcom.toml
    """
    from flowdesk.gui.app import open_window

    return open_window(identity(file) if file else None, is_new=new_window)
