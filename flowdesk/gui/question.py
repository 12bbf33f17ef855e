"""A question that a task of a run asks, as whoever answers it sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Question(NamedTuple):
    """What a task of a run asks. `until` is the moment at which nobody needs to answer any more."""

    run: int
    task: str
    text: str
    choices: tuple[str, ...]
    until: float | None = None
    run_id: str = ""


def question_of(run: int, task: str, asks: Mapping[str, Any], run_id: str = "") -> Question:
    """The question of a `try_started` event."""
    choices = tuple(str(choice) for choice in asks.get("choices") or ())
    return Question(run, task, str(asks.get("question", "")), choices, asks.get("until"), run_id)
