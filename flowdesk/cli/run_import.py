"""`flowdesk run import`: a run from the file that `flowdesk run export` wrote elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from flowdesk.cli import options
from flowdesk.cli.paths import shown


@click.command(name="import")
@click.argument("file", type=click.Path())
@options.store_option
def import_(file: str) -> None:
    r"""Bring the run in FILE, which `flowdesk run export` wrote, into the store.

    It keeps its id and gets a number of its own. All of the file is verified before anything is written;
    what is damaged, or made to do harm, is refused as a whole. Nothing in it is ever run. To import a run
    again changes nothing.

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
        click.echo(
            f"Imported as run {run.number}: {run.pipeline}, {run.state}. See it: flowdesk show {run.number}"
        )
    else:
        click.echo(f"The run in {shown(file)} is here already, as run {run.number}; nothing was imported.")
