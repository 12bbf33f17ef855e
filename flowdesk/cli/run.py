"""`flowdesk run`: what can be asked of it. `running` does it, and imports what that takes."""

from __future__ import annotations

from typing import Any

import click

from flowdesk.cli import options
from flowdesk.cli.completion import complete_run
from flowdesk.cli.manner import Wanted
from flowdesk.cli.run_words import RunCommand, complete_file_or_word
from flowdesk.cli.start import start
from flowdesk.errors import UsageError

LATEST = ""
"""What `--resume` says where it names no run."""


@click.command(cls=RunCommand)
@click.argument("file", type=click.Path(), required=False, shell_complete=complete_file_or_word)
@click.option("-p", "--param", "params", metavar="NAME=VALUE", multiple=True, help="Set a param. Repeatable.")
@click.option(
    "--params",
    "params_file",
    metavar="FILE",
    type=click.Path(),
    multiple=True,
    callback=options.only_once,
    help="A TOML or JSON file of params.",
)
@options.part("task", "Run this task, group or glob alone. Repeatable.")
@options.part("from", "Run this, and all that comes after it.")
@options.part("until", "Run this, and all that comes before it.")
@click.option("--dry-run", is_flag=True, help="Print what would be carried out; run and store nothing.")
@click.option(
    "--resume",
    metavar="[RUN]",
    is_flag=False,
    flag_value=LATEST,
    shell_complete=complete_run,
    help="Take up a run whose engine died: RUN, or the latest, of FILE where it is given.",
)
@click.option("--run-id", metavar="ID", help="Give the run this id instead of a new one.")
@click.option("--json", "as_json", is_flag=True, help="Print every event as a line of JSON, as it happens.")
@options.manner
@options.store_option
def run(
    file: str | None,
    *,
    resume: str | None,
    dry_run: bool,
    as_json: bool,
    quiet: bool,
    **asked: Any,  # noqa: ANN401 - what each is, `Wanted` says
) -> int:
    r"""Check the pipeline FILE and run it here.

    Every value of every try is kept; `flowdesk xcom`, `flowdesk logs` and the window show them, also
    while the run goes on. Ctrl-C ends the run in good order; a second one at once.

    With --task, --from or --until only a part runs; what it pulls from tasks that are left out is
    taken from the latest earlier run. --resume needs no FILE: the run has its definition with it.

    Exits with 0 if all went well, 1 if a task failed, 2 if the file has errors (nothing was run then),
    130 after Ctrl-C.

    \b
    Examples:
      flowdesk run pipelines/xcom.toml
      flowdesk run pipelines/params.toml --param rows=10 --param day=2026-03-01
      flowdesk run pipelines/params.toml --params monday.toml --dry-run
      flowdesk run pipelines/xcom.toml --task choose_best_model
      flowdesk run --resume
      flowdesk run pipelines/xcom.toml --in-process
      flowdesk run pipelines/xcom.toml --json | jq 'select(.kind == "value_pushed").data'
      flowdesk run export 12 run12.flowdesk
      flowdesk run import run12.flowdesk
    """
    in_process, workers = asked.pop("in_process"), asked.pop("workers")
    manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers, as_json=as_json)
    if resume and file is None and resume.endswith(".toml"):  # `run --resume FILE`: click takes it for RUN
        file, resume = resume, LATEST
    if resume is not None:
        _check_resumes(dry_run=dry_run, **asked)
        from flowdesk.cli.resume import resume_run

        return resume_run(resume or None, file, manner)
    if file is None:
        raise click.UsageError("missing argument 'FILE'; without one, only --resume can run something")
    _check_id(asked["run_id"])
    wanted = Wanted(file, manner=manner, **asked)
    if dry_run:
        from flowdesk.cli.dry import print_dry_run

        return print_dry_run(wanted)
    return start(wanted)


def _check_id(run_id: str | None) -> None:
    """Refuse an id by which the run could not be asked for."""
    if run_id is None:
        return
    if not run_id.strip():
        raise UsageError("--run-id is empty; without it, the run gets an id of its own")
    if run_id.removeprefix("#").isdigit():
        raise UsageError(f"--run-id {run_id} would be taken for the number of a run; put a word into it")


def _check_resumes(*, params: tuple[str, ...], params_file: str | None, **asked: object) -> None:
    """Refuse what a run has with it since it began."""
    names = {"from_": "from", "dry_run": "dry-run", "run_id": "run-id"}
    said = [names.get(name, name) for name in ("task", "from_", "until", "run_id", "dry_run") if asked[name]]
    said += ["param"] * bool(params) + ["params"] * bool(params_file)
    if said:
        raise UsageError(f"--resume goes on with a run as it began, so --{said[0]} means nothing with it")
