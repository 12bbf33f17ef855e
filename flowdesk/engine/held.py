"""Tries that the engine holds itself, without a worker or a slot: tasks that wait, and questions.

A file is looked for at every tick. A question is answered by a request; who says no to one without choices
skips what comes directly after it, as Airflow's ApprovalOperator does.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.moments import moment_of
from flowdesk.engine.timers import TICK, Due
from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TryState
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from flowdesk.engine.tries import Tries
    from flowdesk.engine.world import Attempt, World
    from flowdesk.executors.executor import Job

YES, NO = "yes", "no"
_ANSWERS = {YES: YES, "y": YES, NO: NO, "n": NO}


class Unholdable(Exception):
    """What a task waits for cannot be told; the message is the reason, one sentence."""


class Holding(NamedTuple):
    """An attempt that is held. `has_come` says whether what it waits for is there."""

    attempt: Attempt
    has_come: Callable[[], bool]
    choices: tuple[str, ...] | None = None
    """What a question may be answered with; None for what is no question."""


def asks_of(job: Job, *, timeout: float | None, mask: Callable[[str], str] = str) -> dict[str, Any]:
    """What a question's `try_started` event tells: the question, the choices, and until when (epoch).

    Choices are shown as they are, as one of them is the answer.
    """
    question, *choices = mask(job.code[0]), *job.code[1:]
    until = None if timeout is None else time.time() + timeout
    return {"question": question, "choices": choices or [YES, NO], "until": until}


class HeldTries:
    """The tries that are held, by their attempt's id."""

    def __init__(self, world: World, tries: Tries) -> None:
        self._world = world
        self._tries = tries
        self._held: dict[str, Holding] = {}

    def hold(self, attempt: Attempt, job: Job) -> None:
        """Hold an attempt from now on.

        Raises:
            Unholdable: what it waits for cannot be told.
        """
        if job.kind is Kind.APPROVE:
            choices = job.code[1:] or (YES, NO)
            self._held[attempt.id] = Holding(attempt, lambda: False, choices)
            self._add_timer(attempt, Due.TRY_TIMEOUT, self._world.task(attempt.name).answer_timeout)
            return
        self._held[attempt.id] = Holding(attempt, self._condition(attempt, job))
        self._world.timers.add(Due.LOOK, attempt.id, 0.0)

    def look(self, attempt_id: str) -> None:
        """End a try if what it waits for has come; else look again later."""
        holding = self._held.get(attempt_id)
        if holding is None:
            return
        if holding.has_come():
            self.end(holding.attempt, Finished(attempt_id, TryState.SUCCESS))
        else:
            self._world.timers.add(Due.LOOK, attempt_id, TICK)

    def end(self, attempt: Attempt, finished: Finished) -> None:
        """End a held try."""
        del self._held[attempt.id]
        self._tries.end(attempt, finished)

    def attempt(self, attempt_id: str) -> Attempt | None:
        """The attempt of an id, if it is held."""
        holding = self._held.get(attempt_id)
        return holding.attempt if holding else None

    def of(self, name: str) -> Holding | None:
        """What is held of a task."""
        return next((one for one in self._held.values() if one.attempt.name == name), None)

    def questions(self) -> list[Holding]:
        """The questions that wait for an answer."""
        return [one for one in self._held.values() if one.choices is not None]

    def let_go(self) -> list[Attempt]:
        """Hold nothing any longer, and return what was held: its tries are for the caller to end."""
        attempts = [one.attempt for one in self._held.values()]
        self._held.clear()
        return attempts

    def _add_timer(self, attempt: Attempt, what: Due, delay: float | None) -> None:
        if delay is not None:
            self._world.timers.add(what, attempt.id, delay)

    def _condition(self, attempt: Attempt, job: Job) -> Callable[[], bool]:
        what, text = job.code
        if what == "file":
            return partial(_exists, Path(job.folder) / text)
        if what == "seconds":
            until = time.monotonic() + float(text)
            self._world.timers.add(Due.LOOK, attempt.id, float(text))
            return lambda: time.monotonic() >= until
        try:
            moment = moment_of(text, self._world.plan.timezone, now=datetime.now(UTC)).timestamp()
        except ValueError:
            raise Unholdable(
                f"'{text}' is no time to wait for: write 2026-01-31T09:00:00 or 09:00:00"
            ) from None
        return lambda: time.time() >= moment


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder on the way that is not ours to look into
        return False


def answer_of(text: str, choices: tuple[str, ...]) -> str | None:
    """The choice that an answer means, or None if it means none of them."""
    if text in choices:
        return text
    if choices == (YES, NO):
        return _ANSWERS.get(text.strip().lower())
    return None
