"""What the last line of a card says: how its task stands, for how long, and what it waits for."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.state_look import Nuance, look_of, shown_of
from flowdesk.gui.times import duration, so_far
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.gui.canvas.made_tasks import Cell
    from flowdesk.gui.state_look import Shown
    from flowdesk.plan.plan import Task
    from flowdesk.plan.run_view import TaskView

MOST_TOLD = 5
_TROUBLES = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.CANCELLED, TaskState.SKIPPED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a card's task stands in a run that is in `run`.

    `mapped` are the states of what was made of a mapped task, `troubles` what became of those that did
    not succeed, and `earlier` names the run whose values were used again. `cells` are what a mapped
    task's strip shows, `usual` are the seconds that the task took in earlier runs.
    """

    view: TaskView
    run: RunState | None = None
    mapped: Mapping[TaskState, int] | None = None
    troubles: tuple[str, ...] = ()
    earlier: str = "an earlier run"  # not said: always given
    cells: tuple[Cell, ...] = ()
    usual: float | None = None


def word_of(task: Task, standing: Standing, now: float) -> str:
    """The last line of the card, at `now` (seconds since the epoch)."""
    if standing.mapped:
        return " · ".join(count_words(standing.mapped))
    view, shown = standing.view, shown_of(standing.view, standing.run)
    if shown is Nuance.CACHED:
        return tr("From {run}").format(run=standing.earlier)
    if shown is Nuance.ASKING:
        return _asking(view, now)
    if shown is TaskState.RUNNING and task.kind is Kind.WAIT:
        return _waiting(task, view, now)
    words = [tr(look_of(shown).word), *_time_words(view, shown, now)]
    if shown is TaskState.RUNNING and standing.usual is not None and len(words) > 1:
        words[1] = tr("{time} of ~{usual}").format(time=words[1], usual=duration(standing.usual))
    return " · ".join(words)


def share_of(standing: Standing, now: float) -> float | None:
    """How much of its usual time a task that runs has taken, from 0 to 1; None where that is not known."""
    view = standing.view
    runs = shown_of(view, standing.run) is TaskState.RUNNING and not standing.mapped
    if not runs or not standing.usual or view.started_at is None:
        return None
    return min(1.0, max(0.0, (now - view.started_at) / standing.usual))


def _time_words(view: TaskView, shown: Shown, now: float) -> list[str]:
    """How long it took, or has taken so far, or when it goes on."""
    if shown is TaskState.UP_FOR_RETRY:
        return [] if view.retry_at is None else [tr("in {time}").format(time=so_far(view.retry_at - now))]
    if view.started_at is None or shown is RunState.INTERRUPTED:
        return []
    if shown is TaskState.RUNNING or view.finished_at is None:
        return [so_far(now - view.started_at)]
    return [duration(view.finished_at - view.started_at)]


def count_words(mapped: Mapping[TaskState, int]) -> list[str]:
    """How many of the tasks made of a mapped one are over, and how many of them did not succeed."""
    over = sum(number for state, number in mapped.items() if state.is_final)
    told = [
        f"{mapped[state]:,} {tr(look_of(state).word).lower()}" for state in _TROUBLES if mapped.get(state)
    ]
    return [tr("{n} of {total}").format(n=f"{over:,}", total=f"{sum(mapped.values()):,}"), *told]


def tip_of(standing: Standing, now: float) -> list[str]:
    """The lines that the tooltip has of the run: counts, reasons, times."""
    view = standing.view
    lines = [" · ".join(count_words(standing.mapped)), *standing.troubles] if standing.mapped else []
    if standing.mapped and view.started_at is not None:
        end = now if view.finished_at is None else view.finished_at
        lines.append(tr("took {time}").format(time=duration(end - view.started_at)))
    if view.asks is not None:
        lines.append(tr("asks: {question}").format(question=view.asks.get("question", "")))
    if view.cached_from is not None:
        lines.append(tr("unchanged since {run}: its values were used again").format(run=standing.earlier))
    return [*lines, view.reason] if view.reason else lines


def moves(standing: Standing) -> bool:
    """Whether what the card says changes by itself, as time goes by."""
    is_due = standing.view.retry_at is not None
    shown = shown_of(standing.view, standing.run)
    return shown in (TaskState.RUNNING, Nuance.ASKING) or (shown is TaskState.UP_FOR_RETRY and is_due)


def try_of(task: Task, view: TaskView) -> str:
    """Which try it is, and of how many while the retries of its file last; '' for the first."""
    if view.tries <= 1:
        return ""
    total = task.retries + 1
    said = tr("try {n} of {total}") if view.tries <= total else tr("try {n}")
    return said.format(n=view.tries, total=total)


def _asking(view: TaskView, now: float) -> str:
    until = view.asks.get("until") if view.asks else None
    if until is None:
        return tr("Asks for an answer")
    return tr("Asks · {time} left").format(time=so_far(float(until) - now))


def _waiting(task: Task, view: TaskView, now: float) -> str:
    what, text = task.code
    begun = now if view.started_at is None else view.started_at
    if what == "seconds":
        with suppress(ValueError):
            return tr("Waits · {time} left").format(time=so_far(begun + float(text) - now))
    if what == "until":
        return tr("Waits until {moment}").format(moment=text)
    return tr("Waits for {what} · {time}").format(what=text, time=so_far(now - begun))
