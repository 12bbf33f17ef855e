"""Which tasks of a plan somebody looks for. Without Qt.

Every word has to be found: in the id, the label, the kind, what the task carries out, its description, or a
key that it pushes or pulls. `state:`, `kind:` and `key:` before a word ask for that alone. A `+` before or
after a word asks for what comes before or after the tasks that it is found in, and for those: `+train` for
all upstream, `train+2` for two steps downstream, `a+ +b` for what lies between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.flow import Flow, Reach
from flowdesk.plan.states import RunState, TaskState, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan, Task
    from flowdesk.plan.run_view import RunView

_WAYS = re.compile(r"(?P<before>\d{0,6}\+)?(?P<word>[^+].*?)(?P<after>\+\d{0,6})?")


def find_tasks(plan: Plan, wanted: str, view: RunView | None = None) -> list[str]:
    """The ids of the tasks that `wanted` is found in, in the plan's order; none for nothing.

    Without a run no task is in any state.
    """
    words_ = wanted.casefold().split()
    if not words_:
        return []
    found = [_found(plan, word, view) for word in words_]
    return [task for task in plan.tasks if all(task in ids for ids in found)]


def asks_for_states(wanted: str) -> bool:
    """Whether what is found changes as the run goes on."""
    return any(_parted(word)[1].startswith("state:") for word in wanted.casefold().split())


def _found(plan: Plan, word: str, view: RunView | None) -> set[str]:
    before, sought, after = _parted(word)
    test = _test(sought)
    starts = {task.id for task in plan.tasks.values() if test(task, view)}
    if not before and not after:
        return starts
    flow, found = Flow(plan), starts
    if before:
        found = found | flow.reach(starts, Reach.UPSTREAM, _steps(before))
    if after:
        found = found | flow.reach(starts, Reach.DOWNSTREAM, _steps(after))
    return found


def _parted(word: str) -> tuple[str, str, str]:
    """What stands before the word, the word, and what stands after it: "2+", "train", "+"."""
    match = _WAYS.fullmatch(word)
    return (match["before"] or "", match["word"], match["after"] or "") if match else ("", word, "")


def _steps(way: str) -> int | None:
    digits = way.strip("+")
    return int(digits) if digits else None


def _test(word: str) -> Callable[[Task, RunView | None], bool]:
    name, colon, value = word.partition(":")
    asked = _ASKED.get(name) if colon and value else None
    if asked is not None:
        return lambda task, view: asked(task, view, value)
    return lambda task, _view: any(word in text for text in _texts(task))


def _texts(task: Task) -> list[str]:
    texts = [task.id, task.label or "", task.kind.value, *task.code, task.description or "", *_keys(task)]
    return [text.casefold() for text in texts]


def _keys(task: Task) -> list[str]:
    pulled = [source.key for pull in task.pulls for source in pull.sources]
    return [push.key for push in task.push] + pulled + [pull.argument for pull in task.pulls]


def _is_of_kind(task: Task, _view: RunView | None, value: str) -> bool:
    return task.kind.value.startswith(value)


def _has_key(task: Task, _view: RunView | None, value: str) -> bool:
    return any(value in key.casefold() for key in _keys(task))


def _is_in_state(task: Task, view: RunView | None, value: str) -> bool:
    """Whether a task, or one of those made of it, is in a state that begins so."""
    if view is None:
        return False
    states: list[RunState | TaskState] = [view.task(task.id).state, *_made(view, task.id)]
    if view.run_state is RunState.INTERRUPTED:
        states = [RunState.INTERRUPTED if state is TaskState.RUNNING else state for state in states]
    said = {value, value.replace("-", " "), value.replace("_", " ")}
    return any(words(state).startswith(one) for state in states for one in said)


def _made(view: RunView, task: str) -> list[TaskState]:
    return [state for state, count in (view.mapped(task) or {}).items() if count]


_ASKED: dict[str, Callable[[Task, RunView | None, str], bool]] = {
    "state": _is_in_state,
    "kind": _is_of_kind,
    "key": _has_key,
}
