"""`flowdesk store copy`: all runs from one database to another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli.terminal import printable
from flowdesk.errors import UsageError
from flowdesk.store.address import address_of, whole
from flowdesk.store.database import sqlite_file
from flowdesk.store.home import home

if TYPE_CHECKING:
    from flowdesk.store.store import Store

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
        for store in (old, new):
            _refuse_other_home(store)
        for run, fate in old.copy_to(new):
            fates[fate] += 1
            if fate in {Fate.LIVE, Fate.OTHER}:
                click.echo(printable(f"run {run.number} {run.id}: {fate}"), err=True)
        to = new.where
    told = ", ".join(f"{count:,} {fate}" for fate, count in fates.items()) or "there is none"
    click.echo(f"Runs to {to}: {told}.")


def _refuse_other_home(store: Store) -> None:
    """Refuse the file of another home: logs and large values of its runs lie there, and would not be found.

    Raises:
        UsageError: it is one.
    """
    path = address_of(store.url, home=store.home).path
    if path is None or path.parent == store.home:
        return
    if path == sqlite_file(path.parent) and any((path.parent / name).is_dir() for name in ("logs", "values")):
        raise UsageError(
            f"the logs and large values of the runs in {path} lie beside it, and are not copied: "
            f"set FLOWDESK_HOME={path.parent}, or take single runs over by flowdesk run export"
        )
