"""What a pipeline file says, as one model: the pipeline, its defaults, groups and tasks."""

from datetime import date
from functools import cached_property
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from flowdesk.model.codes import Code
from flowdesk.model.fields import Count, Filled, Retries, SomeTime, listed
from flowdesk.model.kinds import KINDS, After, AnyTask, Settings, TaskTable
from flowdesk.model.names import MAX_ID, GroupId, PoolName, TaskId
from flowdesk.model.params import Params
from flowdesk.model.refusals import refusal
from flowdesk.model.schedule import check_schedule, check_timezone, day, moment_of
from flowdesk.model.settings import Notify
from flowdesk.model.store_url import check_store_url, check_values_place
from flowdesk.model.table import Table, short_for
from flowdesk.model.timetable import PRESETS, UNTIMED

_DATES = [{"type": "string", "format": form} for form in ("date", "partial-date-time", "date-time")]
Day = Annotated[date, PlainValidator(day), WithJsonSchema({"anyOf": _DATES, "examples": ["2026-01-31"]})]


class PipelineTable(Table):
    """What the pipeline is. `name` is the file's stem where none is written."""

    name: Annotated[Filled, Field(max_length=MAX_ID, examples=["daily_report"])]
    """What the pipeline is called; the file's name without .toml if not written."""
    description: Annotated[str | None, Field(examples=["Train three models, keep the best"])] = None
    """What it is for, for people."""
    schedule: Annotated[
        str | None,
        AfterValidator(check_schedule),
        WithJsonSchema({"anyOf": [{"enum": [*PRESETS, *UNTIMED]}, {"type": "string", "minLength": 1}]}),
        Field(examples=["@daily", "0 6 * * MON-FRI", "every 15m"]),
    ] = None
    """When runs start: cron's five fields, a preset like @daily, or "every 15m". If not written: by hand."""
    start_date: Day | None = None
    """The first day, or moment, for which there is a scheduled run."""
    end_date: Day | None = None
    """The last day, or moment, for which there is a scheduled run."""
    timezone: Annotated[
        str, AfterValidator(check_timezone), Field(examples=["Asia/Seoul", "Europe/Berlin"])
    ] = "UTC"
    """The timezone of the schedule and of all dates and times in this file that name none."""
    catchup: bool = False
    """Whether the runs since start_date that nobody started are made up for."""
    params: Params = Field(default_factory=dict)
    """Values that whoever starts a run may set, each with its type or a table."""
    max_active_tasks: Annotated[Count | None, Field(examples=[4])] = None
    """How many tasks of one run may run at once."""
    max_active_runs: Annotated[Count | None, Field(examples=[1])] = None
    """How many runs of this pipeline may go on at once."""
    timeout: Annotated[SomeTime | None, Field(examples=["6h"])] = None
    """How long a whole run may take before it is ended and fails."""
    tags: Annotated[
        tuple[Filled, ...],
        BeforeValidator(listed, json_schema_input_type=str | list[str]),
        Field(examples=[["ml", "daily"]]),
    ] = ()
    """Words to find the pipeline by."""
    notify: Annotated[Notify | None, Field(examples=["desktop"])] = None
    """Whom to tell how a run ended."""
    keep_runs: Annotated[Count | None, Field(examples=[100])] = None
    """How many runs are kept, with their values and logs; older ones are removed. All if not written."""

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.start_date is not None and self.end_date is not None:
            start, end = (moment_of(one, self.timezone) for one in (self.start_date, self.end_date))
            if end < start:
                raise refusal(
                    Code.BAD_DATE, "end_date is before start_date", at="end_date", other="start_date"
                )
        return self


class GroupTable(Table):
    """What a group has of its own. A group that has nothing need not be written."""

    label: Annotated[str | None, Field(examples=["Train models"])] = None
    """What people read in place of its id."""
    tooltip: Annotated[str | None, Field(examples=["Three models, side by side"])] = None
    """What the window says of it when the pointer rests on it."""
    after: After = ()
    """Tasks, groups or globs that must have ended before any task of the group starts."""
    defaults: Settings = Settings()
    """Settings of every task in the group that does not say otherwise."""
    retries: Annotated[Retries | None, Field(examples=[1])] = None
    """How many times the whole group is run again if a task in it fails."""


class PoolTable(Table):
    """A number of slots that tasks share; a bare number in the file is that."""

    slots: Annotated[Count, Field(examples=[2])]
    """How many slots there are."""
    description: Annotated[str | None, Field(examples=["the two graphics cards"])] = None
    """What the slots stand for, for people."""


class StoreTable(Table):
    """Where runs are kept, if not in this user's own store."""

    url: Annotated[
        str | None,
        AfterValidator(check_store_url),
        Field(examples=["sqlite:///.flowdesk/flowdesk.db", "postgresql://host/flowdesk"]),
    ] = None
    """The database: sqlite:///path (counted from this file's folder), postgresql://… or mysql://…"""
    values: Annotated[
        Filled | None, AfterValidator(check_values_place), Field(examples=["values", "s3://bucket/values"])
    ] = None
    """Where large values and files are kept: a folder, or any URL that fsspec knows."""


Pool = Annotated[PoolTable, BeforeValidator(short_for("slots", int), json_schema_input_type=int | PoolTable)]


class Shared(Table):
    """What a file that is included by another one may say."""

    include: Annotated[
        tuple[Filled, ...],
        BeforeValidator(listed, json_schema_input_type=str | list[str]),
        Field(examples=[["cleaning.toml", "shared/reports.toml"]]),
    ] = ()
    """Other files whose tasks, groups and pools belong to this pipeline, counted from this file's folder."""
    pools: Annotated[dict[PoolName, Pool], Field(examples=[{"gpu": 2}])] = Field(default_factory=dict)
    """Pools of slots, by name: tasks with pool = "gpu" share its slots."""
    groups: Annotated[
        dict[GroupId, GroupTable], Field(examples=[{"training": {"label": "Train models"}}])
    ] = Field(default_factory=dict)
    """What groups have of their own, by their full ids. A task "a.b.c" lies in the group "a.b"."""
    tasks: Annotated[dict[TaskId, TaskTable], Field(examples=[{"hello": {"bash": "echo hello"}}])] = Field(
        default_factory=dict
    )
    """The tasks, by their full ids; an id with dots is quoted and lies in the group of that prefix."""


class PipelineFile(Shared):
    """A pipeline: its tasks, what they hand to one another, and when it runs."""

    pipeline: PipelineTable
    """What the pipeline is called, when it runs, and which params it takes."""
    defaults: Settings = Settings()
    """Settings of every task that does not say otherwise."""
    store: StoreTable = StoreTable()
    """Where runs are kept, if not in this user's own store."""
    tasks: Annotated[
        dict[TaskId, TaskTable], Field(min_length=1, examples=[{"hello": {"bash": "echo hello"}}])
    ]
    """The tasks, by their full ids; an id with dots is quoted and lies in the group of that prefix."""

    def having(self, *fields: str) -> dict[str, AnyTask]:
        """The tasks that say something of one of these fields, by id; those that say the first one first.

        Most checks are about few of the tasks: to look through a hundred thousand for each of them costs
        more than what they find out.
        """
        found, *others = (self._by_field.get(field, {}) for field in fields)
        for more in others:
            found = found | more
        return found

    @cached_property
    def _by_field(self) -> dict[str, dict[str, AnyTask]]:
        found: dict[str, dict[str, AnyTask]] = {}
        for name, task in self.tasks.items():
            # A kind that is plugged in may have defaults of its own.
            fields = task.model_fields_set if task.kind in KINDS else type(task).model_fields
            for field in fields:
                if field in found:
                    found[field][name] = task
                else:
                    found[field] = {name: task}
        return found
