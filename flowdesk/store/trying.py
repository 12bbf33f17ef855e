"""The verbs about tasks and their tries.

They take a task's name: its id, or `train[3]` for one that `expand` made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.asking import storable
from flowdesk.store.reading import MASK
from flowdesk.store.told import told, told_value
from flowdesk.store.writing import Writer
from flowdesk.xcom.stored import size_of
from flowdesk.xcom.values import preview as shown
from flowdesk.xcom.values import type_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from flowdesk.store.rows import FinishedTry, Pulled


_END = ("state", "reason", "exit_code", "signal", "task_state", "delay", "followed", "cached_from")
_MOVE = ("state", "reason")
_RUNNING, _RUNNING_TRY = TaskState.RUNNING.value, TryState.RUNNING.value
_MASKED = shown(MASK)


class TryWriter(Writer):
    """Writes down what becomes of tasks."""

    def expand_task(self, run_id: str, task: str, count: int) -> Event:
        """Make tasks of a mapped one, from index 0; it runs from now on.

        Those that an earlier expansion made stay as they are; of them, those from `count` on are removed.
        """
        now, run = self._moment(), self._number(run_id)
        waiting, removed = TaskState.WAITING.value, TaskState.REMOVED.value
        self._do_one("expand_task", run=run, task=task, state=TaskState.RUNNING.value, count=count, now=now)
        self._do("remove_mapped_tasks", run=run, task=task, count=count, removed=removed)
        self._do("add_mapped_tasks", run=run, task=task, count=count, waiting=waiting, removed=removed)
        return self._event(run_id, EventKind.TASK_EXPANDED, now, task, count=count)

    def start_try(  # noqa: PLR0913 - a try is its run, task and number wherever it is named
        self,
        run_id: str,
        name: str,
        number: int,
        *,
        log: str,
        pulls: Sequence[Pulled] = (),
        rendered: str | None = None,
        fingerprint: str | None = None,
        asks: Mapping[str, Any] | None = None,  # Any: as the event says
    ) -> Event:
        """Begin a try, with what it pulls; its task runs from now on.

        `rendered` and `fingerprint` as in `TryRow`, `asks` as in the event.
        """
        now, of, later = self._moment(), (self._number(run_id), *split(name)), self._database.later
        later("start_task", name, (*of, _RUNNING, number, now))
        kept = log.removeprefix(self._inside)  # so that a home can be moved
        try_ = (*of, number, _RUNNING_TRY, kept, _told(rendered), fingerprint, now)
        later("start_try", name, try_)
        if pulls:
            later("add_pulls", name, *((*of, number, *pulled, now) for pulled in pulls))
        if asks is None:
            return self._note(run_id, EventKind.TRY_STARTED, now, name, number, {}, "{}")
        return self._event(run_id, EventKind.TRY_STARTED, now, name, number, asks=dict(asks))

    def record_pid(self, run_id: str, name: str, number: int, pid: int) -> None:
        """Note which process carries out a try, once there is one. No event: nothing happened to the task."""
        self._moment()
        row = (self._number(run_id), *split(name), number, pid)
        self._database.later("record_pid", name, row)

    def push_value(  # noqa: PLR0913 - as start_try
        self,
        run_id: str,
        name: str,
        number: int,
        *,
        key: str,
        value: str,
        type: str | None = None,  # noqa: A002 - the word of the file and of the row
        secret: bool = False,
        size: int | None = None,
        preview: str | None = None,
    ) -> Event:
        """Keep a value (JSON text) of a try; under the same key, it takes the place of the one before.

        `type` is the value's own type, told from the value where it is not given, as its `size` in bytes and
        its `preview` are. A `secret` one is kept encrypted, and its event shows a mask of it.

        Raises:
            SecretKeyWrong: a secret one cannot be encrypted.
        """
        now, of = self._moment(), (self._number(run_id), *split(name), number)
        value, own = storable(value), type or type_name(value)
        if secret:
            value, size, preview = self._vault.seal(value), 0, _MASKED
        else:
            size = size_of(value) if size is None else size
            preview = shown(value) if preview is None else storable(preview)
        data = {"key": key, "type": own, "size": size, "preview": preview}
        text = told_value(key, own, size, preview)
        event = self._note(run_id, EventKind.VALUE_PUSHED, now, name, number, data, text)
        row = (event.seq, *of, key, own, value, int(secret), now)
        self._database.later("push_value", name, row)
        return event

    def finish_try(self, run_id: str, name: str, number: int, finished: FinishedTry) -> Event:
        """End a try and move its task."""
        now, of, later = self._moment(), (self._number(run_id), *split(name)), self._database.later
        state, to, reason, exit_code, signal, delay, failures, followed, cached_from, pid = finished
        reason = None if reason is None else storable(reason)
        end = (state.value, reason, exit_code, signal)
        later("finish_try", name, (*of, number, *end, pid, cached_from, now))
        retry_at = now + delay if to is TaskState.UP_FOR_RETRY else None
        finished_at = now if to.is_final else None
        later("end_task", name, (*of, to.value, reason, failures, retry_at, finished_at))
        values = (*end, to.value, delay, followed, cached_from)
        data: dict[str, Any] = dict(zip(_END, values, strict=True))
        if followed is not None:
            data["followed"] = [*followed]
        text = told(_END, *values)
        return self._note(run_id, EventKind.TRY_FINISHED, now, name, number, data, text)

    def move_task(
        self,
        run_id: str,
        name: str,
        state: TaskState,
        reason: str | None = None,
        *,
        failures: int | None = None,
    ) -> Event:
        """Move a task that no try moves: after a failed one, a joint, in a cancelled run, when cleared.

        `failures` as in `TaskRow`; None: they stay. To waiting, it forgets when it began and what it was
        expanded into.
        """
        now, of, reason = self._moment(), (self._number(run_id), *split(name)), _told(reason)
        row = (*of, state.value, reason, failures)
        if state is TaskState.WAITING:
            self._database.later("clear_task", name, row)
        else:
            self._database.later("move_task", name, (*row, now if state.is_final else None))
        data = {"state": state.value, "reason": reason}
        return self._note(run_id, EventKind.TASK_MOVED, now, name, None, data, told(_MOVE, *data.values()))

    def _sealed(self, run_id: str, task: str, data: dict[str, Any]) -> dict[str, Any]:
        """What is asked with `values` for a task, those of its secret keys encrypted."""
        from flowdesk.plan.written import from_json

        declared = from_json(self.plan_text(run_id)).tasks.get(split(task)[0])
        secret = {push.key for push in declared.push if push.secret} if declared else set()
        values = data["values"]
        sealed = {key: self._vault.seal(text) for key, text in values.items() if key in secret}
        plain = {key: text for key, text in values.items() if key not in secret}
        return {**data, "values": plain, **({"sealed": sealed} if sealed else {})}


def _told(reason: str | None) -> str | None:
    return None if reason is None else storable(reason)
