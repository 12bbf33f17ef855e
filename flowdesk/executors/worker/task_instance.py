"""The `ti` of a callable: Airflow's `xcom_push` and `xcom_pull`, held to what the file declares.

What differs from Airflow, and why, stands in the table of decisions: an absent value is an error rather
than a silent None, and a pull reaches only what the file declares, so that the graph tells the truth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from flowdesk.executors.worker.pushes import RETURN_VALUE
from flowdesk.executors.worker.refused import Refused, table, toml_key, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.pushes import Pushes

_UNSET = object()


class TaskInstance:
    """The task that is under way, as Airflow's callables know it."""

    map_index = -1

    def __init__(self, job: Job, pushes: Pushes) -> None:
        self.task_id = job.task
        self.run_id = job.run_id
        self.try_number = job.try_number
        self._pushes = pushes
        self._pulled = {
            (source.task, source.key): one.default if source.value is None else source.value
            for one in job.inputs
            for source in one.given
        }

    def xcom_push(self, key: str, value: object) -> None:
        """Push a value, at once and for good.

        Raises:
            Refused: the key is not declared, or the value does not fit its type.
        """
        self._pushes.push(key, value)

    def xcom_pull(
        self,
        task_ids: str | Iterable[str] | None = None,
        dag_id: str | None = None,
        key: str | None = RETURN_VALUE,
        *,
        default: object = _UNSET,
        **others: object,
    ) -> object:
        """The value that a task pushed under `key`; a list where `task_ids` is one.

        Without `task_ids`, the value that this very try pushed. An absent value is `default`, where one
        is given here or in the file, and None where the file has `required = false`.

        Raises:
            Refused: the file does not declare the pull, or nothing was pushed, or Airflow's other
                arguments (`map_indexes`, `include_prior_dates`, …) ask for what flowdesk does not have.
        """
        asked = {"dag_id": dag_id, **others}
        strange = [name for name, value in asked.items() if value not in (None, False, -1)]
        if strange:
            raise Refused(f"xcom_pull: {strange[0]} is not supported")
        if not isinstance(key, str) or not key:
            raise Refused(f"xcom_pull: a key is a string that is not empty, not {key!r}")
        if task_ids is None:
            return self._own(key, default)
        if isinstance(task_ids, str):
            return self._one(task_ids, key, default)
        return [self._one(task, key, default) for task in task_ids]

    def _one(self, task: str, key: str, default: object) -> object:
        if task == self.task_id:
            return self._own(key, default)
        if (task, key) not in self._pulled:
            self._undeclared(task, key)
        text = self._pulled[task, key]
        if text is None:
            return None if default is _UNSET else default
        return _decode(text)

    def _own(self, key: str, default: object) -> object:
        text = self._pushes.values.get(key)
        if text is not None:
            return _decode(text)
        if default is _UNSET:
            raise Refused(f"xcom_pull: task {self.task_id!r} has not pushed {key!r} in this try")
        return default

    def _undeclared(self, task: str, key: str) -> NoReturn:
        name = task.rpartition(".")[2] if key == RETURN_VALUE else key
        line = f"pull.{toml_key(name)} = {toml_string(f'{task}:{key}')}"
        raise Refused(
            f"xcom_pull: the file does not declare that {self.task_id!r} pulls {key!r} of {task!r}; "
            f"add to {table(self.task_id)}: {line}"
        )


def _decode(text: str) -> object:
    from flowdesk.xcom.values import decode

    return decode(text)
