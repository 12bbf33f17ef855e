"""`flowdesk run export`: a run as one file, for another machine."""

from __future__ import annotations

from pathlib import Path

import click

from flowdesk.cli import options
from flowdesk.cli.completion import complete_run
from flowdesk.cli.paths import shown
from flowdesk.cli.stored import meant
from flowdesk.errors import UsageError


@click.command()
@click.argument("words", metavar="[RUN] FILE", nargs=-1, required=True, shell_complete=complete_run)
@options.store_option
def export(words: tuple[str, ...]) -> None:
    r"""Write RUN (by default the latest) to FILE: its definition, tries, values, events and logs.

    `flowdesk run import` brings it into the store of another machine, where all commands and the window
    show it, also without the code of the pipeline. Large values are in it whole, wherever they lie; runs
    that its tasks are go with it. Secret values are masked, and so are passwords in URLs. FILE is a zip
    archive; by custom it ends with .flowdesk.

    \b
    Examples:
      flowdesk run export monday.flowdesk
      flowdesk run export 12 run12.flowdesk
    """
    if len(words) > 2:  # noqa: PLR2004 - a run and a file
        raise UsageError(f"'{words[2]}' is too much: a run and a file can be named")
    file = Path(words[-1])
    from flowdesk.store.address import url_for
    from flowdesk.store.exchange.exporting import Exporter
    from flowdesk.store.home import home
    from flowdesk.store.whole_file import whole_file

    with Exporter.open(home(), url=url_for(None), read_only=True) as store:
        run = meant(store, words[0] if len(words) > 1 else None)
        with whole_file(file) as out:
            runs = store.export_run(run, out)
    more = f" with {len(runs) - 1} that its tasks are" if len(runs) > 1 else ""
    click.echo(f"Run {run.number}{more} is in {shown(file)}, {file.stat().st_size:,} bytes.", err=True)
