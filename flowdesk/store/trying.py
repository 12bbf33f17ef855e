"""The verbs about tasks and their tries.

They take a task's name: its id, or `train[3]` for one that `expand` made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.asking import storable
from flowdesk.store.reading import MASK
from flowdesk.store.writing import Writer
from flowdesk.xcom.stored import size_of
from flowdesk.xcom.values import preview as shown
from flowdesk.xcom.values import type_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flowdesk.store.rows import FinishedTry, Pulled


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
        now, run = self._moment(), self._number(run_id)
        of = _of(run, name)
        self._do_one("start_task", **of, state=TaskState.RUNNING.value, number=number, now=now)
        kept = log.removeprefix(f"{self.home}/")  # so that a home can be moved
        self._do(
            "start_try",
            **of,
            number=number,
            state=TryState.RUNNING.value,
            log=kept,
            rendered=_told(rendered),
            fingerprint=fingerprint,
            now=now,
        )
        if pulls:
            rows = [{**of, "number": number, "now": now, **_columns(pulled)} for pulled in pulls]
            self._database.ask("add_pulls", rows)
        asked = {} if asks is None else {"asks": dict(asks)}
        return self._event(run_id, EventKind.TRY_STARTED, now, name, number, **asked)

    def record_pid(self, run_id: str, name: str, number: int, pid: int) -> None:
        """Note which process carries out a try, once there is one. No event: nothing happened to the task."""
        self._moment()
        self._do_one("record_pid", **_of(self._number(run_id), name), number=number, pid=pid)

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
        now, of = self._moment(), _of(self._number(run_id), name)
        value, told = storable(value), type or type_name(value)
        data = {"key": key, "type": told, "size": size_of(value) if size is None else size}
        data["preview"] = shown(value) if preview is None else storable(preview)
        if secret:
            value, data = self._vault.seal(value), {**data, "size": 0, "preview": shown(MASK)}
        event = self._event(run_id, EventKind.VALUE_PUSHED, now, name, number, **data)
        more = {"type": told, "value": value, "secret": int(secret)}
        self._do("push_value", seq=event.seq, **of, number=number, key=key, **more, now=now)
        return event

    def finish_try(self, run_id: str, name: str, number: int, finished: FinishedTry) -> Event:
        """End a try and move its task."""
        now, of = self._moment(), _of(self._number(run_id), name)
        state, task_state, reason = finished.state.value, finished.task_state.value, _told(finished.reason)
        end = {"state": state, "reason": reason, "exit_code": finished.exit_code, "signal": finished.signal}
        cached_from = finished.cached_from
        self._do_one("finish_try", **of, number=number, **end, cached_from=cached_from, now=now)
        waits = finished.task_state is TaskState.UP_FOR_RETRY
        self._do_one(
            "end_task",
            **of,
            state=task_state,
            reason=reason,
            failures=finished.failures,
            retry_at=now + finished.delay if waits else None,
            finished_at=now if finished.task_state.is_final else None,
        )
        followed = None if finished.followed is None else list(finished.followed)
        more = {
            "task_state": task_state,
            "delay": finished.delay,
            "followed": followed,
            "cached_from": cached_from,
        }
        return self._event(run_id, EventKind.TRY_FINISHED, now, name, number, **end, **more)

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
        now, of, reason = self._moment(), _of(self._number(run_id), name), _told(reason)
        to = {"state": state.value, "reason": reason, "failures": failures}
        if state is TaskState.WAITING:
            self._do_one("clear_task", **of, **to)
        else:
            self._do_one("move_task", **of, **to, finished_at=now if state.is_final else None)
        return self._event(run_id, EventKind.TASK_MOVED, now, name, state=state.value, reason=reason)

    def _sealed(self, run_id: str, task: str, data: dict[str, Any]) -> dict[str, Any]:
        """What is asked with `values` for a task, those of its secret keys encrypted."""
        from flowdesk.plan.written import from_json

        declared = from_json(self.plan_text(run_id)).tasks.get(split(task)[0])
        secret = {push.key for push in declared.push if push.secret} if declared else set()
        values = data["values"]
        sealed = {key: self._vault.seal(text) for key, text in values.items() if key in secret}
        plain = {key: text for key, text in values.items() if key not in secret}
        return {**data, "values": plain, **({"sealed": sealed} if sealed else {})}


def _of(run: int, name: str) -> dict[str, Any]:
    task, map_index = split(name)
    return {"run": run, "task": task, "map_index": map_index}


def _columns(pulled: Pulled) -> dict[str, Any]:
    return {
        "argument": pulled.argument,
        "position": pulled.position,
        "source_task": pulled.source_task,
        "source_map_index": pulled.source_map_index,
        "key": pulled.key,
        "source_try": pulled.source_try,
        "source_run": pulled.source_run,
    }


def _told(reason: str | None) -> str | None:
    return None if reason is None else storable(reason)
