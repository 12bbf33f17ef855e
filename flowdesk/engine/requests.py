"""What people ask of a run while it goes on, or after: taken up in order, and every one answered.

By kind, with what `data` holds. `task` is a task's id, or `train[3]` for one that was made of a mapped one.

    cancel                       end the run; with a task, end what it runs
    pause, resume                start nothing further; go on
    retry                        run anew what failed and what did not run for it; with a task, that one
    clear     task, downstream: bool = true                run the task anew, with all that comes after it;
              or tasks: [task, …] in its place             several at once
    mark      task, state, values: {key: JSON text} = {}   say how a task has ended; values of secret keys
                                                           the store keeps as `sealed`
    edit      task, values: {key: JSON text}               put others in the place of what it pushed;
              rerun: "all" | "direct" | "nothing", by      what pulls it runs anew; `sealed` as of mark
    restore   task, keys: [key, …], rerun, by              put what it pushed in its place again
    approve   task or none, answer: str                    answer a question

An answer is one sentence: what was done, "nothing to do, because …", or "refused: …".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, NotYet, Refusal, listed, named
from flowdesk.executors.executor import Finished
from flowdesk.plan.progress import IllegalMove
from flowdesk.plan.states import TaskState, TryState, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from flowdesk.engine.parts import Parts
    from flowdesk.store.rows import RequestRow


class Requests:
    """Takes up the requests of one run."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._are_there = True
        self._is_one_open = False

    @property
    def are_there(self) -> bool:
        """Whether there may be any: somebody else has written to the store since they were taken up."""
        self._are_there |= self._parts.world.store.changed_elsewhere()
        return self._are_there

    def take_up(self) -> None:
        """Answer all that is open, if anything can be. In a transaction, where nobody else writes."""
        store, run_id = self._parts.world.store, self._parts.world.run_id
        if not (self.are_there or self._is_one_open):
            return
        self._are_there = self._is_one_open = False
        for request in store.open_requests(run_id):
            try:
                store.answer_request(request.id, self._answer(request))
            except NotYet:
                self._is_one_open = True

    def _answer(self, request: RequestRow) -> str:
        answer = _ANSWERS.get(request.kind)
        if answer is None:
            return f"refused: this engine knows no '{request.kind}'"
        try:
            return answer(self._parts, request, json.loads(request.data))
        except NothingToDo as why:
            return f"nothing to do, because {why}"
        except (Refusal, IllegalMove) as why:
            return f"refused: {why}"


# Any: what `data` holds, each handler looks at for itself.
def _cancel(parts: Parts, request: RequestRow, _data: Mapping[str, Any]) -> str:
    if request.task is not None:
        return _cancel_task(parts, named(parts.world, request.task))
    if parts.control.reason:
        raise NothingToDo("the run is being cancelled already")
    if parts.world.progress.is_over:
        raise NothingToDo("the run is over")
    parts.control.cancel("cancelled on request")
    return "cancelled"


def _cancel_task(parts: Parts, name: str) -> str:
    names = set(parts.world.names(name))
    carried = [attempt for attempt in parts.tries.carried.values() if attempt.name in names]
    held = [holding.attempt for one in names if (holding := parts.held.of(one))]
    progress = parts.world.progress
    open_ = {TaskState.UP_FOR_RETRY, *([TaskState.WAITING] if progress.expanded(name) else [])}
    delayed = [one for one in parts.world.names(name) if progress.state(one) in open_]
    if not (carried or held or delayed):
        raise NothingToDo(f"'{name}' is not running: it is {words(progress.state(name))}")
    for attempt in carried:
        ended = Finished(attempt.id, TryState.CANCELLED, "cancelled on request")
        parts.tries.cancel(attempt.id, instead=ended)
    for attempt in held:
        parts.held.end(attempt, Finished(attempt.id, TryState.CANCELLED, "cancelled on request"))
    for one in delayed:
        parts.tries.move(progress.give_up(one, "cancelled on request"))
    return f"cancelled {listed([*(attempt.name for attempt in [*carried, *held]), *delayed])}"


def _pause(parts: Parts, _request: RequestRow, _data: Mapping[str, Any]) -> str:
    if parts.world.progress.is_over:
        raise NothingToDo("the run is over")
    if parts.control.is_paused:
        raise NothingToDo("the run is paused already")
    parts.control.pause(is_paused=True)
    running = len(parts.tries.carried)
    if not running:
        return "paused: nothing further starts"
    left = f"{running} tasks run" if running > 1 else "1 task runs"
    return f"paused: {left} to the end, and nothing further starts"


def _resume(parts: Parts, _request: RequestRow, _data: Mapping[str, Any]) -> str:
    if not parts.control.is_paused:
        raise NothingToDo("the run is not paused")
    parts.control.pause(is_paused=False)
    return "goes on"


def _retry(parts: Parts, request: RequestRow, _data: Mapping[str, Any]) -> str:
    from flowdesk.engine.clearing import retry

    return retry(parts, None if request.task is None else named(parts.world, request.task))


def _clear(parts: Parts, request: RequestRow, data: Mapping[str, Any]) -> str:
    from flowdesk.engine.clearing import clear

    refs = [request.task] if request.task is not None else data.get("tasks") or [None]
    names = [named(parts.world, ref) for ref in refs]
    return clear(parts, names, downstream=bool(data.get("downstream", True)))


def _mark(parts: Parts, request: RequestRow, data: Mapping[str, Any]) -> str:
    from flowdesk.engine.marking import mark

    name = named(parts.world, request.task)
    values = {**data.get("values", {}), **parts.world.store.unsealed(data.get("sealed", {}))}
    return mark(parts, name, str(data.get("state")), values=values)


def _edit(parts: Parts, request: RequestRow, data: Mapping[str, Any]) -> str:
    from flowdesk.engine.editing import edit

    name = named(parts.world, request.task)
    values = {**data.get("values", {}), **parts.world.store.unsealed(data.get("sealed", {}))}
    return edit(parts, name, values, rerun=str(data.get("rerun", "all")), by=str(data.get("by", "")))


def _restore(parts: Parts, request: RequestRow, data: Mapping[str, Any]) -> str:
    from flowdesk.engine.editing import restore

    name, keys = named(parts.world, request.task), data.get("keys", [])
    return restore(parts, name, keys, rerun=str(data.get("rerun", "all")), by=str(data.get("by", "")))


def _approve(parts: Parts, request: RequestRow, data: Mapping[str, Any]) -> str:
    from flowdesk.engine.approving import approve

    name = None if request.task is None else named(parts.world, request.task)
    return approve(parts, name, str(data.get("answer", "")))


_ANSWERS: Mapping[str, Callable[[Parts, RequestRow, Mapping[str, Any]], str]] = {
    "cancel": _cancel,
    "pause": _pause,
    "resume": _resume,
    "retry": _retry,
    "clear": _clear,
    "mark": _mark,
    "edit": _edit,
    "restore": _restore,
    "approve": _approve,
}
