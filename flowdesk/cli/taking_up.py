"""Taking a run up: this process becomes the engine of a run that nobody works on, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.asking import answer_to, ask, tell
from flowdesk.errors import UsageError
from flowdesk.store.errors import RunHeld

if TYPE_CHECKING:
    from flowdesk.cli.asking import Wish
    from flowdesk.cli.running import Manner
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store


def carry_out(store: Store, run: RunRow, wish: Wish, manner: Manner) -> int:
    """Have a wish fulfilled, by the run's engine or, where nobody works on the run, by this process.

    Returns the exit code: where this process was the engine, that of the run.
    """
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
    """
    del store, manner, request
    raise UsageError(f"nobody works on run {run.number} any more: it is {run.state}")
