"""What templates see of a run as objects: `dag`, `dag_run`, `task`, `ti`; all read-only.

They have the attributes of Airflow's that pipelines use and flowdesk has an answer to. What they lack fails
by its name. Source: Airflow 3's "Templates reference".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from flowdesk.engine.context import RunContext
    from flowdesk.executors.executor import Given, Input
    from flowdesk.plan.plan import Plan, Task

_UNSET = object()


class Facts:
    """An object with these attributes, which cannot be set."""

    def __init__(self, name: str, **facts: object) -> None:
        vars(self).update(facts)
        vars(self)["_name"] = name

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{self._name} is read-only")

    def __getattr__(self, name: str) -> object:
        raise AttributeError(name)

    def __str__(self) -> str:
        return str(vars(self)["_name"])

    __repr__ = __str__


class Named(dict[str, object]):
    """Values by name, which are found before dict's own attributes: `params.items` is a param.

    `what` is what a template calls it. `absent` are names of which there is no value, though there could be.
    """

    def __init__(self, what: str, values: Mapping[str, object], absent: Collection[str] = ()) -> None:
        super().__init__(values)
        self.what = what
        self.absent = absent

    def lacks(self, name: str) -> str:
        """Say that there is no value of a name."""
        if name in self.absent:
            return f"'{self.what}.{name}' is absent; ask `is defined`, or write | default(…)"
        known = f"there is {', '.join(self)}" if self else "there is none"
        return f"there is no '{self.what}.{name}' ({known})"


class Unknown:
    """Stands for a value that is not known yet: whatever is asked of it is not known either."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> Unknown:
        if name.startswith("_"):
            raise AttributeError(name)
        return Unknown(f"{self._path}.{name}")

    def __call__(self, *_args: object, **_kwargs: object) -> Unknown:
        """Whatever it returned is not known either."""
        return Unknown(f"{self._path}(…)")

    def __getitem__(self, key: object) -> Unknown:
        return Unknown(f"{self._path}[{key!r}]")

    def __str__(self) -> str:
        return f"«{self._path}»"

    __repr__ = __str__
    __iter__ = None


def dag_of(plan: Plan, params: dict[str, object]) -> Facts:
    """Airflow's `dag`."""
    return Facts(
        f"<DAG: {plan.name}>",
        dag_id=plan.name,
        description=plan.description,
        schedule=plan.schedule,
        timezone=plan.timezone,
        start_date=_day(plan.start_date),
        end_date=_day(plan.end_date),
        catchup=plan.catchup,
        tags=list(plan.tags),
        params=params,
        task_ids=list(plan.tasks),
        max_active_tasks=plan.max_active_tasks,
        max_active_runs=plan.max_active_runs,
        fileloc=plan.files[0] if plan.files else None,
    )


def dag_run_of(context: RunContext, params: dict[str, object]) -> Facts:
    """Airflow's `dag_run`."""
    moment, (start, end) = context.request.logical_date, context.interval
    return Facts(
        f"<DagRun {context.plan.name}: {context.request.run_id}>",
        dag_id=context.plan.name,
        run_id=context.request.run_id,
        run_type="manual",
        conf=params,
        logical_date=moment,
        run_after=moment,
        start_date=moment,
        data_interval_start=start,
        data_interval_end=end,
        state="running",
    )


def task_of(task: Task, plan: Plan, params: dict[str, object]) -> Facts:
    """Airflow's `task`."""
    return Facts(
        f"<Task: {task.id}>",
        task_id=task.id,
        dag_id=plan.name,
        label=task.label or task.name,
        doc=task.description,
        upstream_task_ids=set(task.upstream),
        downstream_task_ids={other.id for other in plan.tasks.values() if task.id in other.upstream},
        retries=task.retries,
        retry_delay=timedelta(seconds=task.retry_delay),
        execution_timeout=None if task.timeout is None else timedelta(seconds=task.timeout),
        trigger_rule=str(task.trigger_rule),
        pool=task.pool,
        pool_slots=task.pool_slots,
        priority_weight=task.priority,
        depends_on_past=task.depends_on_past,
        map_index=None,
        params=params,
    )


class TaskInstance(Facts):
    """Airflow's `ti`: the try that is about to start, and what it may pull."""

    def __init__(
        self, inputs: tuple[Input, ...], decoded: Callable[[str], object] = decode, **facts: object
    ) -> None:
        given: dict[tuple[str, str], list[tuple[Given, str | None]]] = {}
        for one in inputs:
            for source in one.given:
                given.setdefault((source.task, source.key), []).append((source, one.default))
        super().__init__(f"<TaskInstance: {facts['task_id']}>", _given=given, _decoded=decoded, **facts)

    def xcom_pull(  # noqa: PLR0913 - Airflow's signature
        self,
        task_ids: str | Iterable[str] | None = None,
        dag_id: str | None = None,
        key: str = "return_value",
        include_prior_dates: bool = False,  # noqa: FBT001, FBT002 - as above
        *,
        map_indexes: int | Iterable[int] | None = None,
        default: object = _UNSET,
    ) -> object:
        """The value that a task pushed, as the file declares that this one pulls it; a list of several.

        Raises:
            LookupError: the file does not declare it, or nothing was pushed.
        """
        del include_prior_dates  # the file says that, by `earlier`
        if dag_id not in (None, vars(self)["dag_id"]):
            raise LookupError(f"xcom_pull: values of another pipeline ({dag_id}) cannot be pulled")
        if task_ids is None:
            raise LookupError("xcom_pull: name the task, the own one has pushed nothing yet: task_ids=…")
        if isinstance(task_ids, str):
            found = self._values(task_ids, key, map_indexes, default)
            return found if isinstance(found, _Many) else found[0]
        return [value for task in task_ids for value in self._values(task, key, map_indexes, default)]

    def _values(
        self, task: str, key: str, indexes: int | Iterable[int] | None, default: object
    ) -> list[object]:
        sources = vars(self)["_given"].get((task, key))
        if sources is None:
            raise LookupError(f"xcom_pull: the file does not declare that the task pulls {key!r} of {task!r}")
        is_mapped = any(source.map_index >= 0 for source, _ in sources)
        if isinstance(indexes, Iterable):
            by_index = {source.map_index: (source, text) for source, text in sources}
            sources = [by_index[index] for index in indexes if index in by_index]
        elif indexes is not None and indexes >= 0:
            sources, is_mapped = [one for one in sources if one[0].map_index == indexes], False
        values = [self._value_of(source, text, default) for source, text in sources]
        if is_mapped:
            return _Many(values)
        return values[:1] or [self._value_of(None, None, default, f"{task}:{key}")]

    def _value_of(self, source: Given | None, text: str | None, default: object, about: str = "") -> object:
        value = source.value if source is not None and source.value is not None else text
        if value is not None:
            decoded: Callable[[str], object] = vars(self)["_decoded"]
            return decoded(value)
        if default is _UNSET:
            raise LookupError(
                f"xcom_pull: nothing was pushed as {source.task}:{source.key}" if source else about
            )
        return default


class _Many(list[object]):
    """The values of a mapped task."""


def _day(text: str | None) -> datetime | date | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
