"""`flowdesk xcom history`: one key over the runs of a file, newest last."""

from __future__ import annotations

import csv
import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.in_use import in_use
from flowdesk.cli.look import colour_of, word
from flowdesk.cli.past_values import past_values
from flowdesk.cli.paths import shown
from flowdesk.cli.plain import cell_text
from flowdesk.cli.sparkline import is_number, sparkline
from flowdesk.cli.stored import meant, opened
from flowdesk.cli.table import Cell, Column, table
from flowdesk.cli.terminal import crop_left, printable, speaks, width_of
from flowdesk.cli.times import local
from flowdesk.errors import UsageError
from flowdesk.xcom.preview import shown as in_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flowdesk.cli.past_values import Past

LIMIT = 100
COLUMNS = (
    Column("run", right=True),
    Column("state"),
    Column("started", optional=True),
    Column("try", right=True, optional=True),
    Column("value", gives_way=True),
)
MAPPED_COLUMNS = (
    Column("task", gives_way=True, cut_left=True),
    Column("values", right=True),
    Column("least", right=True, optional=True),
    Column("greatest", right=True, optional=True),
    Column("last", gives_way=True),
    Column("over the runs", gives_way=True, cut_left=True),
)
CSV_COLUMNS = (
    "run",
    "run_id",
    "state",
    "started_at",
    "task",
    "map_index",
    "try",
    "key",
    "type",
    "value",
    "edited",
)


@click.command()
@options.task_argument
@options.key_argument
@options.pipeline_file(required=False)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    help="How many runs to look back.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of a table.")
@options.as_json
@options.store_option
def history(  # noqa: PLR0913 - click hands over every option
    task: str, key: str, file: str | None, *, limit: int, as_csv: bool, as_json: bool
) -> None:
    r"""Show what TASK pushed under KEY over the runs of FILE, newest last.

    Without FILE, over the runs of the file that ran last. Of each run, the value that was pushed last
    counts. Numbers make a line of bars, whatever else a row of words. Of a mapped task, each of the tasks
    made of it has a line; 'train[3]' means one of them. A large value is shown by its size and shape, a
    secret one is masked.

    \b
    Examples:
      flowdesk xcom history train accuracy
      flowdesk xcom history 'train[3]' accuracy pipelines/mapped.toml --limit 20
      flowdesk xcom history train accuracy --csv > accuracy.csv
      flowdesk xcom history train accuracy --json | jq '.[].value'
    """
    if as_csv and as_json:
        raise UsageError("--csv and --json ask for two different things")
    with opened(file) as store:
        path = meant(store, None, file).path
        found = past_values(store, path, task, key, limit=limit)
    if as_json:
        click.echo(data.pretty([_data(past) for series in found.values() for past in series if past.row]))
    elif as_csv:
        _print_csv(found)
    elif list(found) == [task]:
        _print_one(f"{key} of {task}, {shown(path)}", found[task])
    else:
        _print_mapped(f"{key} of {task}, {shown(path)}", found)


def _data(past: Past) -> dict[str, object]:
    run, row = past
    about = {"run": run.number, "state": run.state.value, "started_at": data.moment(run.started_at)}
    return about | (data.of_value(row) if row else {})


def _print_csv(found: Mapping[str, Sequence[Past]]) -> None:
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(CSV_COLUMNS)
    for series in found.values():
        for run, row in series:
            if row is not None:
                index = row.map_index if row.map_index >= 0 else ""
                about = (run.number, run.id, run.state.value, data.moment(run.started_at), row.task, index)
                edited = str(row.is_edited).lower()
                rows.writerow((*about, row.try_number, row.key, row.type, cell_text(row.value), edited))


def _print_one(title: str, series: Sequence[Past]) -> None:
    width = width_of(sys.stdout)
    click.secho(printable(title), bold=True)
    if (line := _line(series)) is not None:
        click.echo(printable(line) if width is None else crop_left(printable(line), width))
    click.echo("\n".join(table(COLUMNS, [_row(past) for past in series], width)))


def _row(past: Past) -> list[str | Cell]:
    run, row = past
    state = Cell(word(run.state), colour_of(run.state))
    if row is None:
        return [str(run.number), state, local(run.started_at), "", Cell("not pushed", "bright_black")]
    return [str(run.number), state, local(run.started_at), str(row.try_number), in_use(row)]


def _print_mapped(title: str, found: Mapping[str, Sequence[Past]]) -> None:
    click.secho(printable(title), bold=True)
    rows = [_mapped_row(name, series) for name, series in found.items()]
    click.echo("\n".join(table(MAPPED_COLUMNS, rows, width_of(sys.stdout))))


def _mapped_row(name: str, series: Sequence[Past]) -> list[str]:
    there = [past for past in series if past.row is not None]
    bounds = _bounds(series) or ("", "")
    last = there[-1].row
    return [
        name,
        str(len(there)),
        *bounds,
        in_use(last) if last else "",
        _line(series, bare=True) or "",
    ]


def _line(series: Sequence[Past], *, bare: bool = False) -> str | None:
    """Return the values in one line: bars, or words with how often each came; None where neither tells."""
    values = [past.value for past in series]
    if (bounds := _bounds(series)) is not None:
        bars = sparkline(values)
        return bars if bare else f"{bars}  {bounds[0]} to {bounds[1]}"
    if any(past.row and past.row.secret for past in series):
        return None
    if not all(value is None or isinstance(value, str | bool) for value in values):
        return None
    arrow = " → " if speaks(sys.stdout, "→") else " > "
    counted = [
        (in_short(value, 30), len(list(many))) for value, many in groupby(v for v in values if v is not None)
    ]
    return arrow.join(f"{text} x{many}" if many > 1 else text for text, many in counted)


def _bounds(series: Sequence[Past]) -> tuple[str, str] | None:
    """Return the least and the greatest where all values are numbers, as people read them."""
    values = [past.value for past in series if past.row is not None and past.value is not None]
    if not values or not all(map(is_number, values)):
        return None
    try:
        ordered = sorted(value for value in values if value == value)  # type: ignore[type-var]  # numbers  # noqa: PLR0124 - NaN is not itself
    except TypeError:  # some are durations
        return None
    return (in_short(ordered[0]), in_short(ordered[-1])) if ordered else ("nan", "nan")
