"""Taking a run up: this process becomes the engine of a run that nobody works on, and shows it."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import click

from flowdesk.cli.asking import NOTHING_TO_DO, REFUSED, answer_to, ask, tell
from flowdesk.cli.encoding import check_encoding
from flowdesk.cli.manner import Output, executor_for
from flowdesk.cli.options import TRUST
from flowdesk.cli.running import follow, sum_up
from flowdesk.cli.standing import Standing
from flowdesk.cli.terminal import is_dialogue
from flowdesk.engine.run import Engine
from flowdesk.errors import UsageError
from flowdesk.plan.inner_runs import PARENT
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json
from flowdesk.store.errors import RunHeld

if TYPE_CHECKING:
    from flowdesk.cli.asking import Wish
    from flowdesk.cli.manner import Manner
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store


def carry_out(store: Store, run: RunRow, wish: Wish, manner: Manner) -> int:
    """Have a wish fulfilled, by the run's engine or, where nobody works on the run, by this process.

    Returns the exit code: where this process was the engine, that of the run.
    """
    check_import(store, run)
    answer = ask(store, run, wish)
    if answer is not None:
        return tell(run, answer)
    (request,) = [row.id for row in store.requests(run.id) if row.answer is None][-1:]
    try:
        return take_up(store, run, manner, request=request)
    except RunHeld:  # somebody else was quicker, and answers this request too
        answer = answer_to(store, run, request)
        if answer is None:
            raise
        return tell(run, answer)


def take_up(store: Store, run: RunRow, manner: Manner, *, request: int | None = None) -> int:
    """Go on with a run until it is over; returns its exit code, as `flowdesk run` has it.

    Raises:
        RunHeld: another process works on it.
        UsageError: it was imported, and nobody says that it is meant.
    """
    check_import(store, run)
    os.environ.pop(PARENT, None)  # the run knows; not for what a task of it starts by itself
    plan = from_json(store.plan_text(run.id))
    check_encoding(plan)
    standing = Standing(plan)
    standing.apply(store.events(run.id))
    standing.number = run.number
    with closing(executor_for(manner)) as executor:
        engine = Engine.resumed(run.id, store=store, executor=executor)
        if manner.output is Output.FULL:
            click.echo(f"Nobody works on run {run.number}, so this terminal does from here on.")
        code = follow(engine, standing, store, manner)
    answer = _answer(store, run, request)
    if answer.startswith((REFUSED, NOTHING_TO_DO)):
        return tell(run, answer)
    if answer and manner.output is Output.FULL:
        tell(run, answer)
    sum_up(manner.output, standing, store, run.id)
    return code


def check_import(store: Store, run: RunRow) -> None:
    """Go on with a run that was imported only if a person means it: it runs what its file brought.

    Raises:
        UsageError: nobody can be asked, and --trust was not said.
        Abort: the answer is no.
    """
    if run.state is RunState.RUNNING or run.number not in store.imported_runs():
        return
    told = f"run {run.number} was imported, and to go on with it runs here what it brings from elsewhere"
    if not click.get_current_context().meta.get(TRUST):
        if not is_dialogue():
            raise UsageError(f"{told}; look at it with flowdesk show {run.number}, and say --trust")
        click.confirm(f"{told[0].upper()}{told[1:]}. Go on?", abort=True, err=True)
    with store.transaction():
        store.accept_import(run.id)


def _answer(store: Store, run: RunRow, request: int | None) -> str:
    """Return what this process answered to itself; nothing where nothing was asked."""
    answers = {row.id: row.answer for row in store.requests(run.id)}
    return "" if request is None else answers[request] or f"{REFUSED}: the run ended first"
