"""`flowdesk xcom get`: one value, for people and for scripts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.plain import plain_text
from flowdesk.cli.stored import hint, meant, opened, task_of, try_of
from flowdesk.cli.terminal import printable
from flowdesk.cli.value_file import whole_text, write_value
from flowdesk.errors import UsageError
from flowdesk.plan.states import TaskState, words
from flowdesk.records import NamedTuple
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store
    from flowdesk.xcom.places import Places

_LIBRARIES = {"npy": ("numpy", "arrays"), "arrow": ("pyarrow", "tables")}
"""What reads a stored form, and the extra of flowdesk that brings it."""


@click.command()
@options.task_argument
@options.key_argument
@options.run_option
@options.file_option
@options.try_option
@click.option("--reveal", is_flag=True, help="Print the value of a secret key in plain text.")
@click.option("--json", "exact", is_flag=True, help="Print its exact JSON, as the store has it.")
@click.option(
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Write the value to a file: a pushed file or directory as it was.",
)
@options.store_option
def get(  # noqa: PLR0913 - click hands over every option
    task: str,
    key: str,
    *,
    run_ref: str | None,
    file: str | None,
    try_number: int | None,
    reveal: bool,
    exact: bool,
    output: Path | None,
) -> None:
    r"""Print the value that TASK pushed under KEY.

    Text and the like are printed bare, lists and dicts as indented JSON, bytes as they are. A file, array or
    table is told in a line, a table's columns on stderr; --output writes it, an array as .npy, a table as an
    Arrow file. Of a mapped task, TASK is the name of one ('train[3]'), or its id, for a list of all in the
    order of their index. The value of a secret key is printed with --reveal only.

    \b
    Examples:
      flowdesk xcom get choose_best_model best
      flowdesk xcom get train accuracy --run 12 --try 1
      flowdesk xcom get 'train[3]' accuracy
      flowdesk xcom get train report --json | jq .
      flowdesk xcom get train model --output model.bin
    """
    from flowdesk.store.home import values_folder
    from flowdesk.xcom.places import Places

    if exact and output is not None:
        raise UsageError("--json prints a value and --output writes it; name one of them")
    with opened(file) as store:
        places = Places(values_folder(store.home))
        wanted = Wanted(task, key, try_number, reveal=reveal)
        value = _asked_for(store, meant(store, run_ref, file), wanted, places)
    if output is not None:
        write_value(value, places, output)
    else:
        _show(whole_text(value, places), exact=exact)


class Wanted(NamedTuple):
    """Which value of a run is asked for."""

    task: str
    key: str
    try_number: int | None
    reveal: bool


def _asked_for(store: Store, run: RunRow, wanted: Wanted, places: Places) -> str:
    """Return the text of the value: of one task, or a list of those that a mapped task was expanded into."""
    task, key, try_number, reveal = wanted
    made = [row for row in store.tasks(run.id) if row.task == task and row.map_index >= 0]
    if not made or try_number is not None:
        return _text(store, _value(store, run, task, key, try_number), reveal=reveal)
    names = [row.name for row in made if row.state is not TaskState.REMOVED]
    rows = [row for name in names if (row := _last(store, run, name, key, None)) is not None]
    if names and not rows:
        keys = dict.fromkeys(row.key for row in store.values(run.id) if row.task == task)
        raise UsageError(f"none of the {len(names):,} tasks of '{task}' pushed '{key}'{hint(key, keys)}")
    return f"[{', '.join(whole_text(_text(store, row, reveal=reveal), places) for row in rows)}]"


def _show(value: str, *, exact: bool) -> None:
    if exact:
        click.echo(value)
        return
    _tell_stored(value)
    text = plain_text(value)
    if isinstance(text, bytes):
        click.echo(repr(text) if sys.stdout.isatty() else text, nl=sys.stdout.isatty())
    else:
        click.echo(text)


def _tell_stored(value: str) -> None:
    """Print on stderr what a stored array or table consists of, and what reads it where that is not here."""
    from importlib.util import find_spec

    from flowdesk.xcom.stored import reference

    stored = reference(value)
    library, extra = _LIBRARIES.get(stored.form if stored else "", ("", ""))
    if stored is None or not library:
        return
    for name, told in stored.about.get("columns", ()):
        click.echo(f"  {name}: {told}", err=True)
    if find_spec(library) is None:
        click.echo(f"--output FILE writes it; to read it, install {library}, or flowdesk[{extra}]", err=True)


def _value(store: Store, run: RunRow, task: str, key: str, try_number: int | None) -> ValueRow:
    """Return the value of that try, or of the last try that pushed the key."""
    if (found := _last(store, run, task, key, try_number)) is not None:
        return found
    values = store.values(run.id, task=task)
    pushed = [row for row in values if try_number in (None, row.try_number)]
    try_of(store, run, task, try_number)
    task_row = task_of(store, run, task)
    where = f"task '{task}' of run {run.number}" + (f", try {try_number}," if try_number else "")
    if not pushed:
        raise UsageError(f"{where} pushed nothing; it is {words(task_row.state)}")
    keys = sorted({row.key for row in pushed})
    raise UsageError(f"{where} pushed no '{key}'{hint(key, keys)}")


def _last(store: Store, run: RunRow, name: str, key: str, try_number: int | None) -> ValueRow | None:
    values = store.values(run.id, task=name, key=key)
    found = [row for row in values if try_number in (None, row.try_number)]
    return max(found, key=lambda row: (row.try_number, row.seq), default=None)


def _text(store: Store, row: ValueRow, *, reveal: bool) -> str:
    """Return the value as JSON text.

    Raises:
        UsageError: it is secret and not to be revealed, or of an earlier try.
    """
    if row.edit is not None:
        told = "" if row.secret else f", instead of {preview(row.edit.original)}"
        click.echo(printable(f"'{row.key}' was edited by {row.edit.by}{told}."), err=True)
    if not row.secret:
        return row.value
    if not reveal:
        raise UsageError(f"the value of '{row.key}' is secret; --reveal prints it in plain text")
    plain = {value.seq: value.value for value in store.values_to_use(row.run_id)}
    if row.seq not in plain:
        raise UsageError(f"of the secret '{row.key}', only the value of the last try can be revealed")
    return plain[row.seq]
