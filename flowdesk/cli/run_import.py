"""`flowdesk run import`: a run from the file that `flowdesk run export` wrote elsewhere."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from flowdesk.cli import options
from flowdesk.cli.paths import shown
from flowdesk.cli.terminal import printable


@click.command(name="import")
@click.argument("file", type=click.Path())
@options.store_option
def import_(file: str) -> None:
    r"""Bring the run in FILE, which `flowdesk run export` wrote, into the store.

    It keeps its id and gets a number of its own; the window shows it under the path that its pipeline has
    where it ran, be there a file of that path here or not. All of the file is verified before anything is
    written; what is damaged, or made to do harm, is refused as a whole. To import a run again changes
    nothing.

    To import a run runs nothing of it. To retry, resume, clear or mark it runs here what its plan says,
    so that has to be said (or --trust): look at it first if you do not know where the file is from.

    \b
    Examples:
      flowdesk run import monday.flowdesk
      flowdesk run import run12.flowdesk && flowdesk show
    """
    from flowdesk.store.address import url_for
    from flowdesk.store.exchange.importing import Importer
    from flowdesk.store.home import home

    with Importer.open(home(), url=url_for(None)) as store:
        run, is_new = store.import_run(Path(file))
    if is_new:
        window = f"flowdesk open {quote(run.path)}"
        click.echo(printable(f"Imported as run {run.number}: {run.pipeline}, {run.state}."))
        click.echo(printable(f"See it: flowdesk show {run.number}, or in the window: {window}"))
    else:
        click.echo(f"The run in {shown(file)} is here already, as run {run.number}; nothing was imported.")
