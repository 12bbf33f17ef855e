"""`flowdesk mark`: say of a task how it ended, whatever it did."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish
from flowdesk.cli.completion import complete_run
from flowdesk.cli.given_value import given_value
from flowdesk.cli.stored import hint, meant, opened, task_of
from flowdesk.cli.terminal import is_dialogue, printable
from flowdesk.errors import UsageError
from flowdesk.plan.instances import task_of as id_of
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flowdesk.plan.plan import Push
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

SUCCESS = "success"


@click.command()
@click.argument("run_ref", metavar="RUN", shell_complete=complete_run)
@options.task_argument
@click.argument("state", type=click.Choice([SUCCESS, "failed", "skipped"]))
@click.option(
    "--value", "values", metavar="KEY=VALUE", multiple=True, help="With success: what it pushed. Repeatable."
)
@click.option(
    "--values",
    "file",
    metavar="FILE",
    type=click.File(encoding="utf-8"),
    help="The same as a JSON object in a file, or from the standard input (-): for secrets.",
)
@options.manner
@options.store_option
def mark(  # noqa: PLR0913 - click hands over every option
    run_ref: str,
    task: str,
    state: str,
    *,
    values: tuple[str, ...],
    file: IO[str] | None,
    quiet: bool,
    in_process: bool,
    workers: int | None,
) -> int:
    r"""Say that TASK of RUN ended as STATE: success, failed or skipped.

    What did not run because of its old state is decided anew. A task that is marked success has
    pushed its keys: those that it did not push are asked for, or given with --value, as they would
    be written to $FLOWDESK_PUSH.

    \b
    Examples:
      flowdesk mark 12 download success
      flowdesk mark 12 train success --value accuracy=0.75
      flowdesk mark 12 publish skipped
      flowdesk mark 12 log_in success --values token.json
    """
    from flowdesk.cli.taking_up import carry_out

    with opened(read_only=False) as store:
        run = meant(store, run_ref)
        task_of(store, run, task)
        given = {**(_in_file(file) if file else {}), **_given(values)}
        if given and state != SUCCESS:
            raise UsageError(f"a task that is marked {state} pushes nothing, so values mean nothing with it")
        texts = _texts(store, run, task, given) if state == SUCCESS else {}
        manner = options.manner_of(quiet=quiet, in_process=in_process, workers=workers)
        return carry_out(store, run, Wish("mark", task, {"state": state, "values": texts}), manner)


def _given(values: Sequence[str]) -> dict[str, str]:
    pairs = [written.partition("=") for written in values]
    if wrong := next((key + value for key, sign, value in pairs if not sign or not key), None):
        raise UsageError(f"--value {wrong} has no key; write --value KEY=VALUE")
    return {key: value for key, _, value in pairs}


def _in_file(file: IO[str]) -> dict[str, str]:
    """Read a JSON object; its values as they would be written to $FLOWDESK_PUSH, strings bare."""
    import json

    try:
        read = json.load(file)
    except (ValueError, RecursionError, OSError) as error:
        raise UsageError(f"--values {file.name} cannot be read: {error}") from error
    if not isinstance(read, dict):
        raise UsageError(f"--values {file.name} must be a JSON object, with a value for each key")
    return {key: item if isinstance(item, str) else json.dumps(item) for key, item in read.items()}


def _texts(store: Store, run: RunRow, task: str, given: Mapping[str, str]) -> dict[str, str]:
    """Return the values of the given keys, and of those that are asked for, as JSON texts.

    Raises:
        UsageError: a key is not declared, lacks a value, or the value does not fit its type.
    """
    written = from_json(store.plan_text(run.id)).tasks[id_of(task)]
    if written.expand and task == written.id:
        return {}  # its values are those of the tasks made of it; the engine says so
    declared = {push.key: push for push in written.push}
    for key in given:
        if key not in declared:
            raise UsageError(f"task '{task}' declares no key '{key}'{hint(key, declared)}")
    row = task_of(store, run, task)
    pushed = {
        value.key
        for value in store.values(run.id)
        if value.name == row.name and value.try_number == row.tries
    }
    missing = [push for key, push in declared.items() if push.required and key not in {*given, *pushed}]
    if missing and not is_dialogue():
        wanted = " ".join(f"--value {push.key}=…" for push in missing)
        kinds = ", ".join(f"'{push.key}' ({push.type})" for push in missing)
        raise UsageError(f"task '{task}' did not push {kinds}; give what it would have pushed: {wanted}")
    texts = {key: given_value(declared[key], value) for key, value in given.items()}
    return {**texts, **{push.key: _asked(push) for push in missing}}


def _asked(push: Push) -> str:
    """Ask for a value until it fits."""
    while True:
        told = f" ({push.description})" if push.description else ""
        prompt = printable(f"{push.key}: {push.type}{told}")
        try:
            return given_value(push, click.prompt(prompt, prompt_suffix=" = ", hide_input=push.secret))
        except UsageError as error:
            click.echo(f"  {error}", err=True)
