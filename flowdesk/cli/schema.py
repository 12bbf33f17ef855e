"""`flowdesk schema`: the JSON Schema of a pipeline file, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from flowdesk.cli.paths import shown
from flowdesk.errors import FlowdeskError


@click.command()
@click.option("--write", "file", metavar="FILE", type=click.Path(), help="Write it to this file.")
def schema(file: str | None) -> None:
    r"""Print the JSON Schema of a pipeline file, or write it to a file.

    Editors complete, explain and check a pipeline with it: name it in the pipeline's first line, as
    #:schema FILE, which taplo, tombi and the editors that use them look for.

    \b
    Examples:
      flowdesk schema --write pipeline.schema.json
      flowdesk schema | jq '.properties | keys'
    """
    from flowdesk.model.schema import schema_text

    text = schema_text()
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        Path(file).write_text(text, "utf-8")
    except OSError as error:
        raise FlowdeskError(f"{shown(file)} cannot be written: {(error.strerror or '').lower()}") from None
    click.echo(f"{shown(file)}: {len(text):,} bytes", err=True)
