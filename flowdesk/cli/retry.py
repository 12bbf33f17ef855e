"""`flowdesk retry`: run again, in the same run, what failed."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish
from flowdesk.cli.stored import meant, opened, task_of


@click.command()
@options.run_argument
@options.one_task("Only this task, and what waits for it.")
@options.file_option
@options.manner
@options.store_option
def retry(  # noqa: PLR0913 - click hands over every option
    run_ref: str | None,
    task: str | None,
    *,
    file: str | None,
    quiet: bool,
    in_process: bool,
    workers: int | None,
) -> int:
    r"""Run again what failed in RUN (by default the latest), and what did not run because of it.

    They get new tries in the same run; what succeeded stays, and its values are used again. Where nobody
    works on the run any more, this terminal does, and shows it as `flowdesk run` would.

    \b
    Examples:
      flowdesk retry
      flowdesk retry 12 --task train
      flowdesk retry 12 --task 'train[3]'
    """
    from flowdesk.cli.taking_up import carry_out

    with opened(file, read_only=False) as store:
        run = meant(store, run_ref, file)
        if task is not None:
            task_of(store, run, task)
        manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers)
        return carry_out(store, run, Wish("retry", task), manner)
