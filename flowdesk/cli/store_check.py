"""`flowdesk store check`: whether all that is kept is whole."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.paths import identity
from flowdesk.cli.terminal import printable
from flowdesk.store.address import url_for
from flowdesk.store.home import home


@click.command()
@options.pipeline_file(required=False)
@options.store_option
def check(file: str | None) -> int:
    r"""Make sure that all that is kept is whole: rows, what they refer to, hashes, stored files, secrets.

    Reads every stored file once. With FILE, the store that this file names. Prints what is not whole, and
    ends with 1 if anything is.

    \b
    Examples:
      flowdesk store check
      flowdesk store check --store postgresql://me@db.example/flowdesk
    """
    from flowdesk.store.checking import Checker

    count = 0
    with Checker.open(home(), url=url_for(identity(file) if file else None)) as store:
        for complaint in store.complaints():
            count += 1
            click.echo(printable(complaint))
        where = store.where
    if count:
        click.echo(
            f"flowdesk: {count:,} thing{'s are' if count > 1 else ' is'} not whole in {where}", err=True
        )
        return 1
    click.echo(f"All is whole in {where}.", err=True)
    return 0
