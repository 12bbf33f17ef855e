"""The `ti` of a callable: Airflow's `xcom_push` and `xcom_pull`, held to what the file declares.

What differs from Airflow: an absent value is an error rather than a silent None, and a pull reaches only
what the file declares, so that the graph tells the truth. A mapped task gives a list even where it was mapped
over one item; Airflow unpacks that one.
"""

from __future__ import annotations

from flowdesk.executors.worker.pulled import UNMAPPED, Pulled, pulled
from flowdesk.executors.worker.pushes import RETURN_VALUE
from flowdesk.executors.worker.refused import Refused, table, toml_key, toml_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    import logging
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any, NoReturn

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.pushes import Pushes

_UNSET: Any = object()


class TaskInstance:
    """The task that is under way, as Airflow's callables know it."""

    state = "running"
    pid: int | None = None
    dag_id: str | None = None
    max_tries: int = 0
    start_date: datetime | None = None
    task: object = None
    dag_run: object = None

    def __init__(self, job: Job, pushes: Pushes) -> None:
        self.task_id = job.task
        self.run_id = job.run_id
        self.try_number = job.try_number
        self.map_index = job.map_index
        self._pushes = pushes
        self._pulled = pulled(job)
        self._stored = job.stored

    @property
    def log(self) -> logging.Logger:
        """A logger whose lines, from INFO on, are in the try's log."""
        from flowdesk.executors.worker.task_log import task_log

        return task_log()

    def get_dagrun(self) -> object:
        """The run, as the `dag_run` of the context."""
        return self.dag_run

    def xcom_push(self, key: str, value: object) -> None:
        """Push a value, at once and for good.

        Raises:
            Refused: the key is not declared, or the value does not fit its type or limits.
        """
        self._pushes.push(key, value)

    def xcom_pull(  # noqa: PLR0913 - Airflow's signature
        self,
        task_ids: str | Iterable[str] | None = None,
        dag_id: str | None = None,
        key: str | None = RETURN_VALUE,
        include_prior_dates: bool = False,  # noqa: FBT001, FBT002 - by position in Airflow too
        *,
        map_indexes: int | Iterable[int] | None = None,
        default: object = _UNSET,
        earlier: bool = False,
        run_id: str | None = None,
        **others: object,
    ) -> object:
        """The value that a task pushed under `key`; a list where `task_ids` is one, or that task is mapped.

        Of a mapped task, the values in the order of the map index, or those of `map_indexes` only, in that
        order; mapped tasks and others together give one flat list. `earlier` is the file's word for Airflow's
        `include_prior_dates`: where this run has none, an earlier one may. Without `task_ids`, the value that
        this very try pushed. An absent value is `default`, or the file's default, and None where the file has
        `required = false`; of a mapped task, those that are absent are then left out.

        Raises:
            Refused: the file does not declare the pull, or nothing was pushed, or Airflow's other arguments
                ask for what flowdesk does not have.
        """
        self._check(key, {"dag_id": (dag_id, self.dag_id), "run_id": (run_id, self.run_id)}, others)
        one_task = task_ids is None or isinstance(task_ids, str)
        tasks = [task_ids or self.task_id] if one_task else list(task_ids)  # type: ignore[arg-type]  # no str
        if include_prior_dates or earlier:
            for task in tasks:
                self._check_earlier(str(task), str(key))
        if map_indexes is None:
            found = [self._all(str(task), str(key), default) for task in tasks]
            return found[0] if one_task else [value for one in found for value in _flat(one)]
        one_index = isinstance(map_indexes, int)
        indexes: list[int] = [map_indexes] if one_index else list(map_indexes)  # type: ignore[arg-type, list-item]  # no int
        values = [self._one(str(task), str(key), index, default) for task in tasks for index in indexes]
        return values[0] if one_task and one_index else values

    def _check(
        self, key: object, own: dict[str, tuple[str | None, str | None]], others: dict[str, object]
    ) -> None:
        if not isinstance(key, str) or not key:
            raise Refused(f"xcom_pull: a key is a string that is not empty, not {key!r}")
        for name, (asked, mine) in own.items():
            if asked is not None and asked != mine:
                raise Refused(f"xcom_pull: {name} is not supported: a task pulls from its own run")
        strange = [name for name, value in others.items() if value is not None]
        if strange:
            raise Refused(f"xcom_pull: {strange[0]} is not supported")

    def _check_earlier(self, task: str, key: str) -> None:
        entry = self._pulled.get((task, key))
        if entry is None:
            self._undeclared(task, key, ", earlier = true")
        if not entry.earlier:
            where = f"pull.{toml_key(entry.argument)} of {table(self.task_id)}"
            raise Refused(
                f"xcom_pull: include_prior_dates asks for an earlier run; add to {where}: earlier = true"
            )

    def _all(self, task: str, key: str, default: object) -> object:
        """The value of a task; of a mapped one, a list, marked as such for `_flat`."""
        entry = self._entry(task, key)
        if entry is None:
            return self._own(key, default)
        if not entry.is_mapped:
            return self._value(entry, entry.texts[UNMAPPED], default)
        return _Many(
            self._value(entry, text, default)
            for _, text in sorted(entry.texts.items())
            if text is not None or default is not _UNSET or entry.default is not None
        )

    def _one(self, task: str, key: str, index: int, default: object) -> object:
        """The value of the one of a mapped task that has this index."""
        entry = self._entry(task, key)
        if entry is None and index in (UNMAPPED, self.map_index):
            return self._own(key, default)
        if entry is not None and index in entry.texts:
            return self._value(entry, entry.texts[index], default)
        if default is not _UNSET:
            return default
        if entry is not None and entry.default is not None:
            return self._stored.decoded(entry.default, name=entry.argument)
        raise Refused(f"xcom_pull: task {task!r} has no map index {index}, as {_extent(entry)}")

    def _entry(self, task: str, key: str) -> Pulled | None:
        """What is pulled of a task; None: it is this one, and what it has pushed in this try counts."""
        if task == self.task_id:
            return None if key in self._pushes.values else self._pulled.get((task, key))
        if (task, key) not in self._pulled:
            self._undeclared(task, key)
        return self._pulled[task, key]

    def _own(self, key: str, default: object) -> object:
        text = self._pushes.values.get(key)
        if text is not None:
            return self._stored.decoded(text, name=key)
        if default is _UNSET:
            raise Refused(f"xcom_pull: task {self.task_id!r} has not pushed {key!r} in this try")
        return default

    def _value(self, entry: Pulled, text: str | None, default: object) -> object:
        if text is not None:
            return self._stored.decoded(text, name=entry.argument)
        if default is not _UNSET:
            return default
        return None if entry.default is None else self._stored.decoded(entry.default, name=entry.argument)

    def _undeclared(self, task: str, key: str, more: str = "") -> NoReturn:
        name = task.rpartition(".")[2] if key == RETURN_VALUE else key
        source = toml_string(f"{task}:{key}")
        line = f"pull.{toml_key(name)} = {f'{{ from = {source}{more} }}' if more else source}"
        raise Refused(
            f"xcom_pull: the file does not declare that {self.task_id!r} pulls {key!r} of {task!r}; "
            f"add to {table(self.task_id)}: {line}"
        )


class _Many(list):  # type: ignore[type-arg]  # of anything
    """The values of a mapped task, told apart from a value that is a list."""


def _flat(value: object) -> list[object]:
    return value if isinstance(value, _Many) else [value]


def _extent(entry: Pulled | None) -> str:
    """What there is instead of a map index that was asked for; None stands for the task itself."""
    if entry is None or not entry.is_mapped:
        return "a task pulls of itself only what it pushed" if entry is None else "it is not mapped"
    return f"it has {min(entry.texts)} to {max(entry.texts)}" if entry.texts else "it was mapped over nothing"
