"""The names that Airflow gives templates and callables, for one run: its dates, its interval, the run before.

Source: Airflow 3's "Templates reference". A run by hand is of the last whole interval of its schedule, as
with Airflow's data intervals; without a schedule, of its moment alone. `logical_date` is the moment itself.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.executors.worker.task_key import task_instance_key
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flowdesk.engine.jobs import RunRequest
    from flowdesk.plan.plan import Plan, Task
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

_LOOKED_AT = 1000
"""How many earlier runs are looked at to find one that succeeded."""

FORMS: dict[str, Callable[[datetime], str]] = {
    "ds": lambda moment: moment.strftime("%Y-%m-%d"),
    "ds_nodash": lambda moment: moment.strftime("%Y%m%d"),
    "ts": lambda moment: moment.isoformat(),
    "ts_nodash": lambda moment: moment.strftime("%Y%m%dT%H%M%S"),
    "ts_nodash_with_tz": lambda moment: moment.isoformat().replace("-", "").replace(":", ""),
}
"""Airflow's filters for moments, which are its names for those of the logical date too."""


def previous_success(store: Store, path: str, run_id: str) -> RunRow | None:
    """The latest run of a file that succeeded, of those before this one."""
    runs = iter(store.runs(path=path, limit=_LOOKED_AT))
    if not any(run.id == run_id for run in runs):  # which leaves those before it
        return None
    return next((run for run in runs if run.state is RunState.SUCCESS), None)


class RunContext:
    """What can be told of one run. `previous` finds the latest successful run before it."""

    def __init__(
        self, plan: Plan, request: RunRequest, *, previous: Callable[[], RunRow | None] = lambda: None
    ) -> None:
        self.plan = plan
        self.request = request
        self._previous = previous
        self._by_retries: dict[int, Mapping[str, str]] = {}

    def of_task(self, task: Task) -> Mapping[str, str]:
        """What can travel as text, for a callable. Moments are in ISO 8601; absent ones are left out.

        It is one mapping for all tasks of as many retries, so that a worker is told but once. What differs
        from task to task (`task_instance_key_str`) is for whoever has the job to add.
        """
        if task.retries not in self._by_retries:
            self._by_retries[task.retries] = {**self._texts, "max_tries": str(task.retries)}
        return self._by_retries[task.retries]

    def key_of(self, task: Task) -> str:
        """Airflow's name of a task in a run."""
        return task_instance_key(self.plan.name, task.id, self.dates["ds_nodash"])

    @cached_property
    def dates(self) -> dict[str, str]:
        """The logical date in each of Airflow's forms."""
        return {name: form(self.request.logical_date) for name, form in FORMS.items()}

    @cached_property
    def interval(self) -> tuple[datetime, datetime]:
        """The data interval, in UTC."""
        return self._interval_of(self.request.logical_date)

    @cached_property
    def moments(self) -> dict[str, datetime | None]:
        """The interval, and the moments of the last run that succeeded; None where there is none."""
        start, end = self.interval
        return {
            "logical_date": self.request.logical_date,
            "data_interval_start": start,
            "data_interval_end": end,
            **self.of_previous,
        }

    @cached_property
    def of_previous(self) -> dict[str, datetime | None]:
        """The moments of the last run that succeeded."""
        run = self._previous()
        start = end = None
        if run is not None and run.logical_date:
            start, end = self._interval_of(datetime.fromisoformat(run.logical_date))
        return {
            "prev_start_date_success": _moment(run.started_at if run else None),
            "prev_end_date_success": _moment(run.finished_at if run else None),
            "prev_data_interval_start_success": start,
            "prev_data_interval_end_success": end,
        }

    @cached_property
    def _texts(self) -> dict[str, str]:
        moments = {name: moment.isoformat() for name, moment in self.moments.items() if moment is not None}
        return {
            "run_id": self.request.run_id,
            "dag_id": self.plan.name,
            "run_type": "manual",
            **self.dates,
            **moments,
        }

    def _interval_of(self, moment: datetime) -> tuple[datetime, datetime]:
        if self.plan.schedule is None:
            return moment, moment
        from zoneinfo import ZoneInfo

        from flowdesk.model.timetable import read_schedule

        local = moment.astimezone(ZoneInfo(self.plan.timezone))
        start, end = read_schedule(self.plan.schedule).latest_interval(local)
        return start.astimezone(UTC), end.astimezone(UTC)


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
