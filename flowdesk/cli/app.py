"""The commands of `flowdesk`, as a table: a name, where it is, what it does."""

from __future__ import annotations

import click

from flowdesk import __version__
from flowdesk.cli.lazy import Entry, LazyGroup

COMMANDS = {
    "run": Entry("flowdesk.cli.run:run", "Check a pipeline and run it here."),
    "validate": Entry("flowdesk.cli.validate:validate", "Check pipeline files; run nothing."),
    "explain": Entry("flowdesk.cli.explain:explain", "Say what the code of a problem means."),
    "open": Entry("flowdesk.cli.open:open_", "Open the window."),
    "runs": Entry("flowdesk.cli.runs:runs", "List runs, the newest first."),
    "show": Entry("flowdesk.cli.show:show", "Show a run: its tasks, tries, values and reasons."),
    "xcom": Entry("flowdesk.cli.xcom:xcom", "List, get and compare the values that tasks pushed."),
    "logs": Entry("flowdesk.cli.logs:logs", "Print what a task printed."),
    "cancel": Entry("flowdesk.cli.cancel:cancel", "End a run that is under way, or one of its tasks."),
    "pause": Entry("flowdesk.cli.pause:pause", "Let nothing further of a run start."),
    "resume": Entry("flowdesk.cli.resume:resume", "Go on with a run that was paused or interrupted."),
    "retry": Entry("flowdesk.cli.retry:retry", "Run again what failed in a run."),
    "clear": Entry("flowdesk.cli.clear:clear", "Run a task of a run anew, with all that follows."),
    "mark": Entry("flowdesk.cli.mark:mark", "Say of a task that it succeeded, failed or was skipped."),
    "approve": Entry("flowdesk.cli.approve:approve", "Answer what a run asks."),
    "clean": Entry("flowdesk.cli.clean:clean", "Remove old runs with their values and logs."),
    "store": Entry("flowdesk.cli.store:store", "Look after the database that runs are kept in."),
    "desktop": Entry("flowdesk.cli.desktop:desktop", "Put flowdesk into the desktop's menu of programs."),
    "graph": Entry("flowdesk.cli.graph:graph", "Write the graph as SVG, PNG, PDF, Mermaid or DOT."),
    "schema": Entry("flowdesk.cli.schema:schema", "Print the JSON Schema of pipeline files, for editors."),
    "completion": Entry("flowdesk.cli.completion:completion", "Print the completion script of a shell."),
}

HELP = """Pipelines with a contract: checked before they run, run here, every value kept.

A pipeline is one TOML file. RUN means the number of a run, as `flowdesk runs` lists it, or the
beginning of its id; without one, the latest run is meant.

\b
Examples:
  flowdesk validate pipelines/xcom.toml
  flowdesk run pipelines/xcom.toml
  flowdesk show
  flowdesk xcom list
  flowdesk xcom get choose_best_model best
  flowdesk open pipelines/xcom.toml

Everything is kept in $FLOWDESK_HOME, by default in the user's data directory.
"""

app = LazyGroup(
    "flowdesk",
    COMMANDS,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        click.Option(
            ["-V", "--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help="Show the version and exit.",
            callback=lambda ctx, _param, asked: _show_version(ctx) if asked else None,
        )
    ],
)


def _show_version(ctx: click.Context) -> None:
    click.echo(f"flowdesk {__version__}")
    ctx.exit()
