"""`flowdesk store copy`: all runs from one database to another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from flowdesk.cli.terminal import printable
from flowdesk.errors import UsageError
from flowdesk.store.address import whole
from flowdesk.store.home import home

HOME = "home"
"""Stands for the file of the home."""


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    r"""Copy all runs of the store FROM to the store TO. Each is a URL, or the word `home`.

    What is there already is left alone, so that a copy that broke off is carried on by another one, and what
    has happened since is added. FROM stays as it is. Logs and large values stay where they are, and are found
    from both. Runs are numbered anew; their ids stay.

    \b
    Examples:
      flowdesk store copy home postgresql://me@db.example/flowdesk
      flowdesk store copy mysql://me@db.example/flowdesk sqlite:///copy.db
    """
    from flowdesk.store.copying import Copier, Fate

    here, there = (None if url == HOME else whole(url, Path.cwd()) for url in (source, target))
    fates: Counter[Fate] = Counter()
    with Copier.open(home(), url=here, read_only=True) as old, Copier.open(home(), url=there) as new:
        if old.url == new.url:
            raise UsageError(f"{old.where} cannot be copied to itself")
        for run, fate in old.copy_to(new):
            fates[fate] += 1
            if fate in {Fate.LIVE, Fate.OTHER}:
                click.echo(printable(f"run {run.number} {run.id}: {fate}"), err=True)
        to = new.where
    told = ", ".join(f"{count:,} {fate}" for fate, count in fates.items()) or "there is none"
    click.echo(f"Runs to {to}: {told}.")
