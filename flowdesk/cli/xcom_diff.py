"""`flowdesk xcom diff`: what two runs, or two tries of one task, pushed differently."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.completion import complete_compared
from flowdesk.cli.difference_lines import lines
from flowdesk.cli.stored import hint, meant, opened, task_of, try_of
from flowdesk.cli.terminal import printable
from flowdesk.errors import UsageError
from flowdesk.store.comparing import Sides, compare, pushed, secrets, standing
from flowdesk.store.home import values_folder
from flowdesk.xcom.differences import ABSENT
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.comparing import Difference, Name
    from flowdesk.store.rows import RunRow, ValueRow
    from flowdesk.store.store import Store
    from flowdesk.xcom.differences import Change

Compared = tuple[dict["Name", "ValueRow"], dict["Name", "ValueRow"], Sides]


@click.command()
@click.argument("words", metavar="[RUN1 [RUN2 [TASK [KEY]]]]", nargs=-1, shell_complete=complete_compared)
@click.option(
    "--tries",
    metavar="N M",
    type=(click.IntRange(min=1), click.IntRange(min=1)),
    help="Compare two tries of one task: the words are then TASK [KEY].",
)
@options.run_option
@options.file_option
@options.as_json
@options.store_option
def diff(
    words: tuple[str, ...],
    *,
    tries: tuple[int, int] | None,
    run_ref: str | None,
    file: str | None,
    as_json: bool,
) -> int:
    r"""Show what RUN1 and RUN2 pushed differently, in all tasks or in TASK, under all keys or KEY.

    Of each task, the values of its last try count. With one run, it is compared with the run of the same
    file before it; without any, the latest run is. With --tries, two tries of one task are compared, of
    the latest run or of --run.

    Numbers are shown with how far they moved, lists and dicts part by part, longer texts as a unified
    diff, large files by what is known of them. Secret values are not compared.

    Exits with 0 if there is no difference and with 1 if there is one, as diff does.

    \b
    Examples:
      flowdesk xcom diff
      flowdesk xcom diff 11 12
      flowdesk xcom diff 11 12 train accuracy
      flowdesk xcom diff --tries 1 2 train --run 12
      flowdesk xcom diff 11 12 --json | jq '.[] | {task, key, difference}'
    """
    with opened(file) as store:
        if tries is not None:
            before, after, sides = _two_tries(store, meant(store, run_ref, file), tries, words)
        elif run_ref is not None:
            raise UsageError(
                "--run says which run the --tries are of; two runs are named one after the other"
            )
        else:
            before, after, sides = _two_runs(store, words, file)
        found = list(compare(before, after, sides))
        hidden = secrets(before, after)
    if as_json:
        click.echo(data.pretty([_data(one) for one in found]))
    else:
        for line in lines(found, sides):
            click.echo(line)
    if hidden:
        click.echo(f"Not compared, because secret: {_told(hidden)}.", err=True)
    return int(bool(found))


def _told(names: Sequence[Name]) -> str:
    """Return one value by its key and task, several by their number."""
    return printable(f"'{names[0][1]}' of '{names[0][0]}'") if len(names) == 1 else f"{len(names)} values"


def _two_runs(store: Store, words: Sequence[str], file: str | None) -> Compared:
    """Find the values of two runs, of one task and key where these are named.

    Raises:
        UsageError: something of it is not there.
    """
    first, second, *names = [*words, None, None][: max(2, len(words))]
    later = meant(store, second if second is not None else first, file)
    earlier = meant(store, first) if second is not None else store.previous_run(later.path, later.number)
    if earlier is None:
        raise UsageError(f"run {later.number} is the first of its file; name the run to compare it with")
    task, key = _task_and_key(names)
    sides = [standing(store, run.id, task) for run in (earlier, later)]
    _check_task(store, (earlier, later), task)
    before, after = _with_key(sides, key, f"in run {earlier.number} or {later.number}")
    return before, after, Sides(f"run {earlier.number}", f"run {later.number}", values_folder(store.home))


def _two_tries(store: Store, run: RunRow, tries: tuple[int, int], words: Sequence[str]) -> Compared:
    """Find the values of two tries, of one key where it is named.

    Raises:
        UsageError: something of it is not there.
    """
    task, key = _task_and_key(words)
    if task is None:
        raise UsageError("which task are the --tries of? Name it: flowdesk xcom diff --tries 1 2 TASK")
    for number in tries:
        if try_of(store, run, task, number) is None:
            raise UsageError(f"task '{task}' of run {run.number} had no try yet")
    rows = store.values(run.id, task=task)
    sides = [pushed(row for row in rows if row.try_number == number) for number in tries]
    before, after = _with_key(sides, key, f"by '{task}' in try {tries[0]} or {tries[1]}")
    return before, after, Sides(f"try {tries[0]}", f"try {tries[1]}", values_folder(store.home))


def _task_and_key(words: Sequence[str | None]) -> tuple[str | None, str | None]:
    if len(words) > 2:  # noqa: PLR2004 - a task and a key
        raise UsageError(f"'{words[2]}' is too much: two runs, a task and a key can be named")
    task, key = [*words, None, None][:2]
    return task, key


def _check_task(store: Store, runs: Sequence[RunRow], task: str | None) -> None:
    """Refuse a task that neither run has."""
    if task is not None and not any(task == row.name for row in store.tasks(runs[0].id)):
        task_of(store, runs[1], task)


def _with_key(
    sides: Sequence[dict[Name, ValueRow]], key: str | None, where: str
) -> list[dict[Name, ValueRow]]:
    """Keep one key of both sides.

    Raises:
        UsageError: neither has it.
    """
    keys = dict.fromkeys(name[1] for side in sides for name in side)
    if key is None:
        return list(sides)
    if key not in keys:
        raise UsageError(f"no '{key}' was pushed {where}{hint(key, keys)}")
    return [{name: row for name, row in side.items() if name[1] == key} for side in sides]


def _data(one: Difference) -> dict[str, object]:
    """Return a difference as data; values are the exact JSON that the store has."""
    kind = "added" if one.before is None else "removed" if one.after is None else "changed"
    found: dict[str, object] = {"task": one.name[0], "key": one.name[1], "kind": kind}
    if edited := [
        side for side, row in (("before", one.before), ("after", one.after)) if row and row.is_edited
    ]:
        found["edited"] = edited
    if one.before:
        found["before"] = json.loads(one.before.value)
    if one.after:
        found["after"] = json.loads(one.after.value)
    if (moved := one.shift) is not None:
        found |= {"difference": json.loads(encode(moved.difference)), "percent": moved.percent}
    if any(change.path for change in one.changes):
        found["changes"] = [_change_data(change) for change in one.changes]
    if one.diff:
        found["diff"] = list(one.diff)
    return found


def _change_data(change: Change) -> dict[str, object]:
    sides = {"before": change.before, "after": change.after}
    there = {name: json.loads(encode(value)) for name, value in sides.items() if value is not ABSENT}
    return {"path": change.path, **there}
