"""`flowdesk xcom export`: the values of a run as a JSON, CSV or Parquet file."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.completion import complete_run
from flowdesk.cli.plain import cell_text
from flowdesk.cli.stored import meant, opened
from flowdesk.errors import FlowdeskError, UsageError
from flowdesk.store.whole_file import whole_file
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import IO

    from flowdesk.store.rows import RunRow, ValueRow

COLUMNS = (
    "run",
    "run_id",
    "task",
    "map_index",
    "try",
    "key",
    "type",
    "value",
    "secret",
    "pushed_at",
    "edited",
    "original",
)


@click.command()
@click.argument("words", metavar="[RUN] FILE", nargs=-1, required=True, shell_complete=complete_run)
@options.store_option
def export(words: tuple[str, ...]) -> None:
    r"""Write all values of RUN (by default the latest), of all tries, to FILE.

    What FILE ends with says how: .json keeps every value exactly as the store has it, with its type; .csv
    has each as text; .parquet has besides, under `number`, what is a number, and `value` as JSON. Large
    values stand as references, with their size and hash; secret ones are masked.

    \b
    Examples:
      flowdesk xcom export values.json
      flowdesk xcom export 12 values.csv
      flowdesk xcom export 12 values.parquet
    """
    if len(words) > 2:  # noqa: PLR2004 - a run and a file
        raise UsageError(f"'{words[2]}' is too much: a run and a file can be named")
    file = Path(words[-1])
    write = WRITERS.get(file.suffix.lower())
    if write is None:
        raise UsageError(f"{file} must end with {', '.join(WRITERS)}, which says how it is written")
    with opened() as store:
        run = meant(store, words[0] if len(words) > 1 else None)
        values = store.values(run.id)
    with whole_file(file) as out:
        write(run, values, out)
    click.echo(f"{len(values):,} value{'s' * (len(values) != 1)} of run {run.number} are in {file}", err=True)


def _write_json(_run: RunRow, values: Sequence[ValueRow], out: IO[bytes]) -> None:
    out.write(data.pretty([data.of_value(row) for row in values]).encode() + b"\n")


def _write_csv(run: RunRow, values: Sequence[ValueRow], out: IO[bytes]) -> None:
    text = TextIOWrapper(out, "utf-8", newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for row in values:
        flags = {"secret": str(row.secret).lower(), "edited": str(row.is_edited).lower()}
        original = cell_text(row.edit.original) if row.edit else None
        told = {"value": cell_text(row.value), "original": original, "pushed_at": data.moment(row.pushed_at)}
        found = _columns(run, row) | flags | told
        rows.writerow(["" if found[name] is None else found[name] for name in COLUMNS])
    text.detach()


def _write_parquet(run: RunRow, values: Sequence[ValueRow], out: IO[bytes]) -> None:
    try:
        pa, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise FlowdeskError(
            "a Parquet file is written by pyarrow; install it: pip install pyarrow"
        ) from error
    schema = pa.schema(
        {
            "run": pa.int64(),
            "run_id": pa.string(),
            "task": pa.string(),
            "map_index": pa.int64(),
            "try": pa.int64(),
            "key": pa.string(),
            "type": pa.string(),
            "value": pa.string(),
            "number": pa.float64(),
            "secret": pa.bool_(),
            "pushed_at": pa.timestamp("us", tz="UTC"),
            "edited": pa.bool_(),
            "original": pa.string(),
        }
    )
    rows = [_columns(run, row) | {"number": _number(row)} for row in values]
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), out)


def _columns(run: RunRow, row: ValueRow) -> dict[str, Any]:  # Any: a cell is what its column says
    return {
        "run": run.number,
        "run_id": run.id,
        "task": row.task,
        "map_index": row.map_index if row.map_index >= 0 else None,
        "try": row.try_number,
        "key": row.key,
        "type": row.type,
        "value": row.value,
        "secret": row.secret,
        "pushed_at": datetime.fromtimestamp(row.pushed_at, UTC),
        "edited": row.is_edited,
        "original": row.edit.original if row.edit else None,
    }


def _number(row: ValueRow) -> float | None:
    """Return the value where it is a number that a float can be."""
    if row.type not in ("int", "float"):
        return None
    try:
        value = decode(row.value)
        return float(value) if isinstance(value, int | float) else None
    except (OverflowError, ValueError):
        return None


WRITERS: dict[str, Callable[[RunRow, Sequence[ValueRow], IO[bytes]], None]] = {
    ".json": _write_json,
    ".csv": _write_csv,
    ".parquet": _write_parquet,
}
