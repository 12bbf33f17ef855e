"""How events are told: a word and an icon for each kind, and in a few words what happened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.state_look import look_of
from flowdesk.gui.times import duration
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flowdesk.plan.events import Event

KINDS: dict[EventKind, tuple[str, Icon, str]] = {
    EventKind.RUN_STARTED: (mark("Run started"), Icon.RUN, "running"),
    EventKind.RUN_RESUMED: (mark("Run resumed"), Icon.RESUME, "running"),
    EventKind.RUN_PAUSED: (mark("Run paused"), Icon.PAUSE, "retry"),
    EventKind.RUN_CONTINUED: (mark("Run continued"), Icon.RESUME, "running"),
    EventKind.TASK_EXPANDED: (mark("Task expanded"), Icon.GROUP, "text_dim"),
    EventKind.TRY_STARTED: (mark("Try started"), Icon.STATE_RUNNING, "running"),
    EventKind.VALUE_PUSHED: (mark("Value pushed"), Icon.PUSH, "text_dim"),
    EventKind.VALUE_EDITED: (mark("Value edited"), Icon.EDIT, "accent"),
    EventKind.TRY_FINISHED: (mark("Try finished"), Icon.STATE_SUCCESS, "success"),
    EventKind.TASK_MOVED: (mark("Task moved"), Icon.STATE_WAITING, "text_dim"),
    EventKind.REQUEST_ANSWERED: (mark("Request answered"), Icon.QUESTION, "accent"),
    EventKind.RUN_FINISHED: (mark("Run finished"), Icon.STOP, "text_dim"),
}
"""A word, an icon, and the icon's colour in the theme."""


def look_of_event(event: Event) -> tuple[Icon, str]:
    """The icon of an event and its colour: that of the state it led to, if it led to one."""
    state = _state_of(event)
    if state is not None:
        look = look_of(state)
        return look.icon, look.role
    _, icon, role = KINDS[event.kind]
    return icon, role


def told(event: Event) -> str:
    """What happened, in a few words."""
    return _TOLD[event.kind](event.data)


def searched(event: Event) -> str:
    """The text in which a filter looks for its words."""
    return "\n".join((tr(KINDS[event.kind][0]), event.name or "", told(event))).casefold()


def as_json(event: Event) -> str:
    """The event as one line of JSON."""
    whole = {
        "seq": event.seq,
        "run": event.run_id,
        "at": event.at,
        "event": event.kind,
        "task": event.name,
        "try": event.try_number,
        **event.data,
    }
    return json.dumps({key: value for key, value in whole.items() if value is not None}, ensure_ascii=False)


def _state_of(event: Event) -> TaskState | RunState | None:
    if event.kind is EventKind.TRY_FINISHED:
        return TaskState(event.data["task_state"])
    if event.kind is EventKind.TASK_MOVED:
        return TaskState(event.data["state"])
    return RunState(event.data["state"]) if event.kind is EventKind.RUN_FINISHED else None


# Any: the data of events, by kind.
def _tell_start(data: Mapping[str, Any]) -> str:
    asks = data.get("asks")
    return tr("It asks: {question}").format(question=asks.get("question", "")) if asks else ""


def _tell_push(data: Mapping[str, Any]) -> str:
    return f"{data['key']}: {data['type']} = {data['preview']}"


def _tell_edit(data: Mapping[str, Any]) -> str:
    original = data.get("original")
    if original is None:
        return tr("{value}, as it was pushed").format(value=_tell_push(data))
    said = tr("{value}, in the place of {original}")
    by = data.get("by")
    if by:
        said = tr("{value}, in the place of {original}, by {by}")
    return said.format(value=_tell_push(data), original=original, by=by)


def _tell_end(data: Mapping[str, Any]) -> str:
    state = data.get("task_state") or data["state"]
    parts = [look_of(TaskState(state)).word]
    if data.get("cached_from"):
        parts.append(tr("values of an earlier run"))
    if data.get("reason"):
        parts.append(str(data["reason"]))
    if data.get("followed"):
        parts.append(tr("picked {tasks}").format(tasks=", ".join(data["followed"])))
    if data.get("delay"):
        parts.append(tr("next try in {delay}").format(delay=duration(data["delay"])))
    return ", ".join(parts)


def _tell_run_end(data: Mapping[str, Any]) -> str:
    word = look_of(RunState(data["state"])).word
    return f"{word}: {data['reason']}" if data.get("reason") else word


def _tell_expansion(data: Mapping[str, Any]) -> str:
    return tr("Made into {count:,} tasks").format(count=data["count"])


def _tell_answer(data: Mapping[str, Any]) -> str:
    return f"{data.get('kind', '')}: {data.get('answer', '')}"


def _tell_nothing(_data: Mapping[str, Any]) -> str:
    return ""


_TOLD: dict[EventKind, Callable[[Mapping[str, Any]], str]] = {
    EventKind.RUN_STARTED: _tell_nothing,
    EventKind.RUN_RESUMED: _tell_nothing,
    EventKind.RUN_PAUSED: _tell_nothing,
    EventKind.RUN_CONTINUED: _tell_nothing,
    EventKind.TASK_EXPANDED: _tell_expansion,
    EventKind.TRY_STARTED: _tell_start,
    EventKind.VALUE_PUSHED: _tell_push,
    EventKind.VALUE_EDITED: _tell_edit,
    EventKind.TRY_FINISHED: _tell_end,
    EventKind.TASK_MOVED: _tell_end,
    EventKind.REQUEST_ANSWERED: _tell_answer,
    EventKind.RUN_FINISHED: _tell_run_end,
}
