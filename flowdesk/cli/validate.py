"""`flowdesk validate`: everything that is wrong with pipeline files, without running anything."""

from __future__ import annotations

import click

from flowdesk.cli import as_json as data
from flowdesk.cli import options
from flowdesk.cli.paths import shown
from flowdesk.cli.problems import counted, print_problems
from flowdesk.errors import Severity

REFUSED = 2


@click.command()
@click.argument("files", metavar="FILE...", type=click.Path(), nargs=-1, required=True)
@options.as_json
def validate(files: tuple[str, ...], *, as_json: bool) -> int:
    r"""Check pipeline files and show all their problems; run nothing.

    Exits with 2 if a file has an error; warnings and notes refuse nothing.

    \b
    Examples:
      flowdesk validate pipelines/*.toml
      flowdesk validate pipelines/xcom.toml --json
    """
    from flowdesk.cli.checked import checked

    everything = []
    for file in files:
        plan, problems, _ = checked(file)
        everything += problems
        if as_json:
            continue
        if problems:
            print_problems(problems)
        if plan is not None:
            tasks = len(plan.tasks)
            click.echo(f"{shown(file)}: {counted(problems)}, {tasks} task{'s' * (tasks != 1)}")
    refused = any(problem.severity is Severity.ERROR for problem in everything)
    if as_json:
        click.echo(data.pretty([data.of_problem(problem) for problem in everything]))
    elif refused:
        click.echo(f"flowdesk: {counted(everything)}", err=True)
    return REFUSED if refused else 0
