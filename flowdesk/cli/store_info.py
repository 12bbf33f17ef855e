"""`flowdesk store info`: where runs are kept, and how much there is."""

from __future__ import annotations

import json

import click

from flowdesk.cli import options
from flowdesk.cli.paths import identity
from flowdesk.store.address import url_for
from flowdesk.store.home import home


@click.command()
@options.pipeline_file(required=False)
@options.as_json
@options.store_option
def info(file: str | None, *, as_json: bool) -> None:
    r"""Say where runs are kept, and how much there is; with FILE, of the store that this file names.

    \b
    Examples:
      flowdesk store info
      flowdesk store info pipelines/xcom.toml
      flowdesk store info --store mysql://me@db.example/flowdesk --json
    """
    from flowdesk.store.checking import Checker

    with Checker.open(home(), url=url_for(identity(file) if file else None)) as store:
        told = store.told()
        where = store.where
    if as_json:
        click.echo(json.dumps({"store": where, **told._asdict(), "home": str(home())}, indent=2))
        return
    rows = {
        "store": where,
        "database": told.server,
        "size": f"{told.size:,} bytes",
        "runs": f"{told.runs:,}",
        "tries": f"{told.tries:,}",
        "values": f"{told.values:,}",
        "events": f"{told.events:,}",
        "logs and large values": str(home()),
    }
    width = max(map(len, rows))
    for name, value in rows.items():
        click.echo(f"{name:{width}}  {value}")
