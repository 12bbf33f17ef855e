"""`flowdesk graph`: the graph of a pipeline as a picture, or as a text that others draw."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.completion import complete_run
from flowdesk.cli.paths import identity, shown
from flowdesk.errors import FileRefused, FlowdeskError, UsageError
from flowdesk.plan.graph_formats import GraphFormat, format_of

if TYPE_CHECKING:
    from flowdesk.layout.graph import Direction
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView

THEMES = ("light", "dark", "high-contrast", "high-contrast-dark")


@click.command()
@options.pipeline_file()
@click.option("-o", "--output", "output", metavar="FILE", type=click.Path(), help="Write it to this file.")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in GraphFormat]),
    help="What to write. By default as FILE ends, else mermaid.",
)
@click.option(
    "--direction", type=click.Choice(["LR", "TB"]), default="LR", help="Left to right, or top to bottom."
)
@click.option("--theme", type=click.Choice(THEMES), default="light", help="The colours of a picture.")
@click.option(
    "--scale", type=click.FloatRange(0.1, 8), default=2.0, help="Dots of a PNG for each pixel of the window."
)
@click.option("--fold", is_flag=True, help="Draw each group as one box.")
@click.option(
    "--run",
    "run_ref",
    metavar="RUN",
    shell_complete=complete_run,
    help="Show how this run of the pipeline stands, with the plan that it ran.",
)
@options.store_option
def graph(  # noqa: PLR0913 - one for each option
    file: str,
    *,
    output: str | None,
    form: str | None,
    direction: Direction,
    theme: str,
    scale: float,
    fold: bool,
    run_ref: str | None,
) -> None:
    r"""Write the graph of FILE as SVG, PNG, PDF, Mermaid or DOT. No display is needed.

    \b
    Examples:
      flowdesk graph pipelines/xcom.toml                        # Mermaid, for a document
      flowdesk graph pipelines/xcom.toml -o graph.svg
      flowdesk graph pipelines/xcom.toml -o graph.png --theme dark --direction TB
      flowdesk graph pipelines/xcom.toml -o run.pdf --run 12
      flowdesk graph pipelines/xcom.toml --format dot | dot -Tsvg > graph.svg
    """
    wanted = _format(form, output)
    if output is None and not wanted.is_text and sys.stdout.isatty():
        raise UsageError(f"a terminal cannot show {wanted.value.upper()}: name a file with -o")
    plan, view = _meant(file, run_ref)
    if wanted.is_text:
        drawn = _as_text(plan, view, wanted, direction).encode()
    else:
        from flowdesk.gui.export.headless import draw_graph

        folded = plan.groups if fold else ()
        drawn = draw_graph(plan, view, wanted, direction=direction, theme=theme, scale=scale, folded=folded)
    _write(drawn, output)


def _format(form: str | None, output: str | None) -> GraphFormat:
    """What is to be written.

    Raises:
        UsageError: the file's ending does not tell.
    """
    if form is not None:
        return GraphFormat(form)
    if output is None:
        return GraphFormat.MERMAID
    found = format_of(output)
    if found is None:
        endings = ", ".join(each.suffix for each in GraphFormat)
        raise UsageError(f"{shown(output)} does not end in one of {endings}: name the format with --format")
    return found


def _meant(file: str, run_ref: str | None) -> tuple[Plan, RunView | None]:
    """The plan of the file as it is, or that of a run with how it stands.

    Raises:
        FileRefused: the file has errors.
        UsageError: there is no such run, or it is of another pipeline.
    """
    if run_ref is None:
        from flowdesk.model.reader import read
        from flowdesk.plan.build import check

        found = check(read(identity(file)))
        if found.plan is None:
            raise FileRefused(found.problems, undone="nothing was drawn")
        return found.plan, None
    from flowdesk.cli.questions import view_of
    from flowdesk.cli.stored import meant, opened

    with opened(file) as store:
        run = meant(store, run_ref, file)
        if run.path != str(identity(file)):
            raise UsageError(f"run {run.number} is of {shown(run.path)}, not of {shown(file)}")
        view = view_of(store, run)
    return view.plan, view


def _as_text(plan: Plan, view: RunView | None, form: GraphFormat, direction: Direction) -> str:
    from flowdesk.plan.dot import to_dot
    from flowdesk.plan.graph_states import state_words
    from flowdesk.plan.mermaid import to_mermaid

    write = to_dot if form is GraphFormat.DOT else to_mermaid
    return write(plan, direction=direction, states=state_words(view))


def _write(drawn: bytes, output: str | None) -> None:
    if output is None:
        click.echo(drawn, nl=False)
        return
    from flowdesk.store.whole_file import whole_file

    if Path(output).is_dir():
        raise FlowdeskError(f"{shown(output)} is a folder: name a file")
    with whole_file(Path(output)) as beside:
        beside.write(drawn)
    click.echo(f"{shown(output)}: {len(drawn):,} bytes", err=True)
