"""Options that several commands have, each with one name, one sentence and one completion."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli.completion import complete_key, complete_run, complete_task, complete_task_of_file
from flowdesk.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from flowdesk.cli.manner import Manner

RUN_HELP = "Number of a run, or the beginning of its id. By default the latest."


def _use_store(ctx: click.Context, _param: click.Parameter, url: str | None) -> None:
    """Let this command, and what it starts, use the store at a URL."""
    if url is None:
        return
    from flowdesk.store.address import VARIABLE, address_of, whole
    from flowdesk.store.home import home

    address_of(url, home=home())  # refused here, not by the first task that is a pipeline
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = whole(url, Path.cwd())

    def restore() -> None:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before

    ctx.call_on_close(restore)


TRUST = "flowdesk.trust"


def _trust(ctx: click.Context, _param: click.Parameter, trust: bool) -> None:  # noqa: FBT001 - as click calls it
    ctx.meta[TRUST] = trust


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
run_argument = click.argument("run_ref", metavar="[RUN]", required=False, shell_complete=complete_run)
run_option = click.option("--run", "run_ref", metavar="RUN", shell_complete=complete_run, help=RUN_HELP)
task_argument = click.argument("task", shell_complete=complete_task)
key_argument = click.argument("key", shell_complete=complete_key)
try_option = click.option(
    "--try",
    "try_number",
    metavar="N",
    type=click.IntRange(min=1),
    help="Which try, from 1. By default the last.",
)
file_option = click.option(
    "--file",
    "file",
    type=click.Path(),
    help="Mean the latest run of this pipeline file.",
)

store_option = click.option(
    "--store",
    metavar="URL",
    expose_value=False,
    callback=_use_store,
    is_eager=True,
    help="Use the store at this URL: sqlite:///FILE, postgresql://… or mysql://…",
)
yes = click.option("-y", "--yes", is_flag=True, help="Do not ask.")


def one_task(does: str) -> Callable[..., Callable[..., object]]:
    """Return the option that names a task, with what that does."""
    return click.option("--task", metavar="ID", shell_complete=complete_task, help=does)


def part(name: str, does: str) -> Callable[..., Callable[..., object]]:
    """Return an option that names a part of the pipeline that is to run."""
    as_parameter = {"from": "from_"}.get(name, name)
    return click.option(
        f"--{name}",
        as_parameter,
        metavar="ID",
        multiple=True,
        shell_complete=complete_task_of_file,
        help=does,
    )


def only_once(_ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> str | None:
    """Return the only value of an option that click would take the last one of.

    Raises:
        UsageError: it is given twice.
    """
    if len(values) > 1:
        raise UsageError(f"{param.opts[0]} is given twice")
    return values[0] if values else None


def manner(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add how a run is carried out by this process."""
    for option in (
        click.option("--workers", metavar="N", type=click.IntRange(min=1), help="How many tasks at once."),
        click.option(
            "--in-process", is_flag=True, help="Call Python tasks in this process: breakpoint() works."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Print nothing but failures."),
        click.option(
            "--trust",
            is_flag=True,
            expose_value=False,
            callback=_trust,
            help="Run what a run that was imported brings, without asking.",
        ),
    ):
        command = option(command)
    return command


def manner_of(*, quiet: bool, in_process: bool, workers: int | None, as_json: bool = False) -> Manner:
    """Return what was chosen of these options.

    Raises:
        UsageError: they do not go together.
    """
    if in_process and workers:
        raise UsageError("--in-process runs one task at a time, so --workers means nothing with it")
    from flowdesk.cli.manner import Manner, Output

    output = Output.JSON if as_json else Output.QUIET if quiet else Output.FULL
    return Manner(output, in_process=in_process, workers=workers)


def pipeline_file(*, required: bool = True) -> Callable[..., Callable[..., object]]:
    """Return the argument that names one pipeline file."""
    return click.argument("file", type=click.Path(), required=required)
