"""The moments of a run that people look for, and how each kind is marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.plan.events import Event


class Sort(StrEnum):
    """What makes a moment worth looking for, the weightiest first."""

    FAILURE = "failure"
    QUESTION = "question"
    EDIT = "edit"
    RETRY = "retry"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class SortLook:
    """A sort's word in a list of many, its icon, and the name of its colour in the theme."""

    word: str
    icon: Icon
    role: str


SORTS: dict[Sort, SortLook] = {
    Sort.FAILURE: SortLook(mark("failure"), Icon.STATE_FAILED, "failed"),
    Sort.QUESTION: SortLook(mark("question"), Icon.QUESTION, "accent"),
    Sort.EDIT: SortLook(mark("edited value"), Icon.EDIT, "accent"),
    Sort.RETRY: SortLook(mark("retry"), Icon.STATE_RETRY, "retry"),
    Sort.PAUSE: SortLook(mark("pause"), Icon.STATE_PAUSED, "retry"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of some sort."""

    seq: int
    at: float
    sort: Sort
    name: str = ""


def marks_of(events: Iterable[Event]) -> list[Mark]:
    """The marks that these events make, in their order."""
    found = ((event, sort_of(event)) for event in events)
    return [Mark(event.seq, event.at, sort, event.name or "") for event, sort in found if sort is not None]


def sort_of(event: Event) -> Sort | None:
    """What an event is to be marked as, if it is."""
    kind, data = event.kind, event.data
    if kind in (EventKind.TRY_FINISHED, EventKind.TASK_MOVED):
        state = data.get("task_state") or data.get("state")
        if state == TaskState.FAILED:
            return Sort.FAILURE
        return Sort.RETRY if state == TaskState.UP_FOR_RETRY else None
    if kind is EventKind.TRY_STARTED:
        return Sort.QUESTION if data.get("asks") else None
    return _SORTS.get(kind)


_SORTS = {EventKind.VALUE_EDITED: Sort.EDIT, EventKind.RUN_PAUSED: Sort.PAUSE}
