"""`flowdesk logs`: what tasks printed, byte for byte or line by line, also while it goes on."""

from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.completion import complete_task
from flowdesk.cli.log_printer import NAME_COLOURS, Form, LogPrinter
from flowdesk.cli.stored import meant, opened, task_of, try_of
from flowdesk.errors import UsageError
from flowdesk.plan.states import TaskState, TryState, words
from flowdesk.store.log_line import ERR, NOTE, OUT, plain

if TYPE_CHECKING:
    from flowdesk.store.rows import RunRow, TaskRow, TryRow
    from flowdesk.store.store import Store

LOOK_EVERY = 0.1
"""Seconds between two looks at a log that grows: no file system says portably that a file did."""


@click.command()
@click.argument("task", required=False, shell_complete=complete_task)
@options.run_argument
@options.file_option
@options.try_option
@click.option(
    "-f", "--follow", is_flag=True, help="Go on, from try to try, until the task or the run is over."
)
@click.option("-t", "--timestamps", is_flag=True, help="Begin each line with its time and stream.")
@click.option(
    "--stream", type=click.Choice([OUT, ERR, NOTE]), multiple=True, help="Only this one. Repeatable."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON: an object for each try, with its text.")
@options.store_option
def logs(  # noqa: PLR0913 - click hands over every option
    task: str | None,
    run_ref: str | None,
    *,
    file: str | None,
    try_number: int | None,
    follow: bool,
    timestamps: bool,
    stream: tuple[str, ...],
    as_json: bool,
) -> None:
    r"""Print what TASK printed in RUN (by default the latest). Without TASK, what all tasks printed.

    The last try is printed, or the one that is named. Where several tasks are, each line begins with
    the task's name. With --json, all tries are printed; with --follow besides, when they have ended.

    \b
    Examples:
      flowdesk logs downloading_data
      flowdesk logs downloading_data 12 --try 1
      flowdesk logs 'train[3]' -t --stream err
      flowdesk logs -f
      flowdesk logs downloading_data --json | jq -r '.[-1].reason'
    """
    with opened(file) as store:
        run = meant(store, run_ref, file)
        if task is not None and not follow:
            _check_printed(store, run, task, try_number)
        is_one = task is not None and not _made_of(store, run, task)
        form = Form(timestamps, frozenset(stream) or None, named=not is_one)
        printers = _Printers(store, run, task, Form() if as_json else form)
        if follow:
            printers.follow(try_number, silent=as_json)
        if as_json:
            names = {row.name for row in printers.rows()}
            tries = [row for row in store.tries(run.id) if row.name in names]
            tries = [row for row in tries if try_number in (None, row.number)]
            click.echo(data.pretty([{**data.of_try(row), "text": _text(row)} for row in tries]))
        elif not follow:
            printers.print_new(try_number)
        if is_one and not as_json:
            printers.tell_nothing(try_number)


class _Printers:
    """The printers of the tasks that are meant: of one, of those made of a mapped one, or of all."""

    def __init__(self, store: Store, run: RunRow, task: str | None, form: Form) -> None:
        self._store = store
        self._run = run
        self._task = task
        self._form = form
        self._colours = cycle(NAME_COLOURS)
        self._printers: dict[str, LogPrinter] = {}
        self._from: dict[str, int] = {}
        self._tries: dict[str, list[TryRow]] | None = None

    def rows(self) -> list[TaskRow]:
        """How the tasks stand that are meant."""
        rows = self._store.tasks(self._run.id)
        return [row for row in rows if self._task in (None, row.name, row.task)]

    def follow(self, number: int | None, *, silent: bool) -> None:
        """Print what comes until the tasks, or the named try, or the run are over."""
        if self._task is not None:
            task_of(self._store, self._run, self._task)
        while True:
            is_over = self._store.find_run(self._run.id).state.is_final or self._are_over(number)
            if not silent:
                self.print_new(number)
            if is_over:
                return
            time.sleep(LOOK_EVERY)

    def print_new(self, number: int | None) -> None:
        """Print what is new: of that try, else from the last one on that there was at first."""
        if self._tries is None or self._store.changed_elsewhere():
            self._tries = self._meant(number)
        for name, tries in self._tries.items():
            self._printer(name).print_new(tries)

    def tell_nothing(self, number: int | None) -> None:
        """Say why nothing was printed, where nothing was."""
        if any(printer.printed for printer in self._printers.values()) or self._task is None:
            return
        row = try_of(self._store, self._run, self._task, number)
        if row is None:
            _check_printed(self._store, self._run, self._task, number)
            click.echo("Nothing was printed: the task only joins others, and carries nothing out.", err=True)
        elif row.cached_from is not None:
            told = f"the values of run {row.cached_from} were used again"
            click.echo(f"Nothing was printed: {told}.", err=True)
        elif row.pid is None:
            click.echo(f"Nothing was printed: {row.reason or 'the try has not begun'}.", err=True)
        elif row.state is not TryState.RUNNING:
            click.echo(f"Nothing was printed: {row.log} is empty or not there.", err=True)

    def _meant(self, number: int | None) -> dict[str, list[TryRow]]:
        """The tries whose logs are meant, by the names of their tasks."""
        tries: dict[str, list[TryRow]] = {}
        for row in self._store.tries(self._run.id):
            if number in (None, row.number):
                tries.setdefault(row.name, []).append(row)
        had = {task.name: tries[task.name] for task in self.rows() if task.name in tries}
        for name, rows in had.items():
            self._from.setdefault(name, rows[-1].number)
        return {name: [row for row in rows if row.number >= self._from[name]] for name, rows in had.items()}

    def _printer(self, name: str) -> LogPrinter:
        if name not in self._printers:
            self._printers[name] = LogPrinter(name, self._form, colour=next(self._colours))
        return self._printers[name]

    def _are_over(self, number: int | None) -> bool:
        """Whether nothing more can come of the named task, or of its named try."""
        if self._task is None:
            return False
        if number is not None:
            tries = self._store.tries(self._run.id, self._task)
            return any(row.number == number and row.finished_at is not None for row in tries)
        return all(row.state.is_final for row in self.rows())


def _check_printed(store: Store, run: RunRow, task: str, number: int | None) -> None:
    """Refuse a task or try that is not there, and a task that never started.

    Raises:
        UsageError: it is so.
    """
    found = try_of(store, run, task, number)
    state = task_of(store, run, task).state
    if found is None and state is not TaskState.SUCCESS and not _made_of(store, run, task):
        raise UsageError(
            f"task '{task}' of run {run.number} printed nothing: it never started and is {words(state)}"
        )


def _made_of(store: Store, run: RunRow, task: str) -> bool:
    """Whether tasks were made of this one."""
    return any(row.task == task and row.map_index >= 0 for row in store.tasks(run.id))


def _text(row: TryRow) -> str | None:
    """Return what a try printed; None where there is no log to be read."""
    try:
        return plain(Path(row.log).read_bytes()).decode("utf-8", "backslashreplace")
    except OSError:
        return None
