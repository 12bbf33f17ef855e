"""Asking something of a run: the request, whoever answers it, and the answer.

A request is a row that the engine of the run takes up, whoever started it, so it can come from any
terminal. Where nobody works on the run, the process that asks becomes its engine (`taking_up`), and
answers its own request.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from flowdesk.cli.terminal import printable
from flowdesk.errors import FlowdeskError
from flowdesk.plan.states import RunState
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

PATIENCE = 10.0
"""Seconds that an engine may take for its answer. It looks ten times a second."""
LOOK_EVERY = 0.05
REFUSED = "refused"
NOTHING_TO_DO = "nothing to do"
"""How such answers begin."""


class Wish(NamedTuple):
    """What is asked of a run: the request's kind, the name of the task it is about, and its data."""

    kind: str
    task: str | None = None
    data: Mapping[str, object] | None = None


def ask(store: Store, run: RunRow, wish: Wish) -> str | None:
    """Ask, and return the answer. None: nobody works on the run, and the request stays open.

    Raises:
        FlowdeskError: the engine does not answer.
    """
    with store.transaction():
        request = store.add_request(run.id, wish.kind, wish.task, wish.data)
    return answer_to(store, run, request)


def answer_to(store: Store, run: RunRow, request: int) -> str | None:
    """Wait for the answer to a request and return it. None: nobody works on the run.

    Raises:
        FlowdeskError: the engine does not answer.
    """
    until = time.monotonic() + PATIENCE
    while True:
        is_over = (
            store.find_run(run.id).state is not RunState.RUNNING
        )  # asked first: an engine answers, then ends
        answers = {row.id: row.answer for row in store.requests(run.id)}
        if (answer := answers[request]) is not None or is_over:
            return answer
        if time.monotonic() > until:
            raise FlowdeskError(
                f"the engine of run {run.number} has not answered for {PATIENCE:.0f} seconds; "
                "the request stays, and is taken up when it does"
            )
        time.sleep(LOOK_EVERY)


def tell(run: RunRow, answer: str) -> int:
    """Print an answer, and return the exit code: 1 where it is a refusal."""
    is_refused = answer.startswith(REFUSED)
    sentence = f"{printable(answer).removesuffix('.')}."
    click.echo(
        f"flowdesk: run {run.number}: {sentence}" if is_refused else f"Run {run.number}: {sentence}",
        err=is_refused,
    )
    return int(is_refused)
