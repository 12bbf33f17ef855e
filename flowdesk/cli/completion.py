"""Completion for bash, zsh and fish: the scripts, and what they ask for at every Tab."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flowdesk.store.store import Store

VARIABLE = "_FLOWDESK_COMPLETE"
MOST_RUNS = 30


def answer_shell(app: click.Command) -> bool:
    """Answer a completion script that asks through the environment. False: none does."""
    asked = os.environ.get(VARIABLE)
    if not asked:
        return False
    from click.shell_completion import shell_complete

    shell_complete(app, {}, "flowdesk", VARIABLE, asked)
    return True


def complete_run(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    """Complete the number of a run, with its pipeline and state beside it."""
    from click.shell_completion import CompletionItem

    def items(store: Store) -> list[object]:
        return [
            CompletionItem(str(run.number), help=f"{run.pipeline}, {run.state}")
            for run in store.runs(limit=MOST_RUNS)
            if str(run.number).startswith(incomplete)
        ]

    return _from_store(items)


def complete_task(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    """Complete the id of a task of the run that is meant."""
    return _from_store(
        lambda store: _starting((row.name for row in store.tasks(_run_id(store, ctx))), incomplete)
    )


def complete_task_of_file(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    """Complete the id of a task of the file, as its latest run had it: to read it anew takes too long."""
    from flowdesk.cli.paths import identity

    file = ctx.params.get("file")

    def items(store: Store) -> list[object]:
        run = store.find_run(None, path=str(identity(file)) if file else None)
        return _starting((row.task for row in store.tasks(run.id)), incomplete)

    return _from_store(items)


def complete_answer(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    """Complete a run that asks something, then the task that asks, then its choices."""
    from flowdesk.cli.questions import questions_of

    words = [str(word) for word in ctx.params.get("words") or ()]

    def items(store: Store) -> list[object]:
        open_ones = [one for run in store.live_runs(None) for one in questions_of(store, run)]
        match words:
            case []:
                return _starting((str(one.run.number) for one in open_ones), incomplete)
            case [run]:
                return _starting((one.task for one in open_ones if str(one.run.number) == run), incomplete)
            case [run, task, *_]:
                asked = (one for one in open_ones if (str(one.run.number), one.task) == (run, task))
                return _starting((choice for one in asked for choice in one.choices), incomplete)
        return []

    return _from_store(items)


def complete_key(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[object]:
    """Complete a key that the task pushed in the run that is meant."""

    def items(store: Store) -> list[object]:
        values = store.values(_run_id(store, ctx), task=ctx.params.get("task"))
        return _starting((value.key for value in values), incomplete)

    return _from_store(items)


def complete_compared(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[object]:
    """Complete two runs, then a task of the second and a key of it; with --tries, task and key alone."""
    words = [str(word) for word in ctx.params.get("words") or ()]
    runs, names = ([], words) if ctx.params.get("tries") else (words[:2], words[2:])
    if not ctx.params.get("tries") and len(runs) < 2:  # noqa: PLR2004 - two are compared
        return complete_run(ctx, param, incomplete)

    def items(store: Store) -> list[object]:
        run = store.find_run(runs[-1] if runs else ctx.params.get("run_ref"))
        if not names:
            return _starting((row.name for row in store.tasks(run.id)), incomplete)
        return _starting((row.key for row in store.values(run.id, task=names[0])), incomplete)

    return _from_store(items)


def _run_id(store: Store, ctx: click.Context) -> str:
    return store.find_run(ctx.params.get("run_ref")).id


def _starting(names: Iterable[str], incomplete: str) -> list[object]:
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)]


def _from_store(items: Callable[[Store], list[object]]) -> list[object]:
    """Return what the store has to offer; nothing where it cannot be read: a Tab is no place to complain."""
    from flowdesk.cli.stored import opened
    from flowdesk.errors import FlowdeskError

    try:
        with opened() as store:
            return items(store)
    except FlowdeskError:
        return []


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    r"""Print the script that completes flowdesk's commands, runs, tasks and keys in SHELL.

    \b
    bash:  echo 'eval "$(flowdesk completion bash)"' >> ~/.bashrc
    zsh:   echo 'eval "$(flowdesk completion zsh)"' >> ~/.zshrc
    fish:  flowdesk completion fish > ~/.config/fish/completions/flowdesk.fish
    """
    from click.shell_completion import get_completion_class

    from flowdesk.cli.app import app

    answers = get_completion_class(shell)
    if answers is None:
        raise click.UsageError(f"this version of click has no completion for {shell}")
    script = answers(app, {}, "flowdesk", VARIABLE)
    click.echo(script.source_template % script.source_vars())
