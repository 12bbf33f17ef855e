"""`flowdesk run`: what can be asked of it. `running` does it, and imports what that takes."""

from __future__ import annotations

import click

from flowdesk.cli import options
from flowdesk.errors import UsageError


@click.command()
@options.pipeline_file()
@click.option("--run-id", metavar="ID", help="Give the run this id instead of a new one.")
@click.option("--json", "as_json", is_flag=True, help="Print every event as a line of JSON, as it happens.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but failures.")
@click.option("--in-process", is_flag=True, help="Call Python tasks in this process: breakpoint() works.")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), help="How many tasks at once.")
def run(  # noqa: PLR0913 - click hands over every option
    file: str, *, run_id: str | None, as_json: bool, quiet: bool, in_process: bool, workers: int | None
) -> int:
    r"""Check the pipeline FILE and run it here.

    Every value of every try is kept; `flowdesk xcom`, `flowdesk logs` and the window show them, also
    while the run goes on. Ctrl-C ends the run in good order; a second one at once.

    Exits with 0 if all went well, 1 if a task failed, 2 if the file has errors (nothing was run then),
    130 after Ctrl-C.

    \b
    Examples:
      flowdesk run pipelines/xcom.toml
      flowdesk run pipelines/xcom.toml --in-process
      flowdesk run pipelines/xcom.toml --json | jq 'select(.kind == "value_pushed").data'
    """
    if run_id is not None:
        _check_id(run_id)
    if in_process and workers:
        raise UsageError("--in-process runs one task at a time, so --workers means nothing with it")
    from flowdesk.model.garbage import uncollected

    with uncollected():  # what is imported is there to stay
        from flowdesk.cli.running import Output, Wanted, carry_out

    output = Output.JSON if as_json else Output.QUIET if quiet else Output.FULL
    return carry_out(Wanted(file, run_id, output, in_process=in_process, workers=workers))


def _check_id(run_id: str) -> None:
    """Refuse an id by which the run could not be asked for."""
    if not run_id.strip():
        raise UsageError("--run-id is empty; without it, the run gets an id of its own")
    if run_id.removeprefix("#").isdigit():
        raise UsageError(f"--run-id {run_id} would be taken for the number of a run; put a word into it")
