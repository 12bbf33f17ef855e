"""`flowdesk open`: the window."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.completion import complete_run, complete_task_of_file
from flowdesk.cli.paths import identity
from flowdesk.errors import UsageError


@click.command(name="open")
@click.argument("files", type=click.Path(), nargs=-1, metavar="[FILE]...")
@options.store_option
@click.option(
    "--run",
    metavar="RUN",
    shell_complete=complete_run,
    help="Show this run of FILE: its number, or the beginning of its id.",
)
@click.option("--task", metavar="ID", shell_complete=complete_task_of_file, help="Select this task of FILE.")
@click.option("--new-window", is_flag=True, help="Open a further window, even if there is one.")
def open_(files: tuple[str, ...], *, run: str | None, task: str | None, new_window: bool) -> int:
    r"""Open the window, with these files, each in a tab, before what was open before.

    Where a window is open already, they are shown in it.

    \b
    Examples:
      flowdesk open
      flowdesk open pipelines/xcom.toml
      flowdesk open pipelines/*.toml
      flowdesk open pipelines/xcom.toml --run 12 --task report
    """
    if len(files) != 1 and (run or task):
        raise UsageError("--run and --task need one FILE to look into")
    from flowdesk.gui.app import open_window

    return open_window([identity(file) for file in files], run=run or "", task=task or "", is_new=new_window)
