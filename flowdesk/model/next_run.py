"""Whether a pipeline's schedule ever starts a run within its dates."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.errors import Severity
from flowdesk.model.schedule import moment_of, parse_schedule

if TYPE_CHECKING:
    from datetime import date

    from flowdesk.model.file import PipelineTable

_LEAST = timedelta(microseconds=1)


class Missing(NamedTuple):
    """Why there is no next run. `field` is the field of [pipeline] that says so."""

    sentence: str
    field: str
    severity: Severity = Severity.ERROR


def end_of(value: date, timezone: str) -> datetime:
    """The last moment of an end date: of a bare day, its last microsecond."""
    moment = moment_of(value, timezone)
    return moment if isinstance(value, datetime) else moment + timedelta(days=1) - _LEAST


def missing_run(pipeline: PipelineTable, now: datetime) -> Missing | None:
    """Why no run would ever start by the schedule, or none any more after `now`; None if one will."""
    if pipeline.schedule is None:
        return None
    schedule = parse_schedule(pipeline.schedule)
    if not schedule.is_timed or pipeline.end_date is None:
        return None
    end = end_of(pipeline.end_date, pipeline.timezone)
    if pipeline.start_date is not None:
        start = moment_of(pipeline.start_date, pipeline.timezone)
        first = start if schedule.seconds else schedule.after(start - _LEAST)
        if first is None or first > end:
            return Missing(f"no run is due from start_date to end_date: {_due(first)}", "end_date")
    if end < now:
        sentence = "end_date is past: no run starts by the schedule any more"
        return Missing(sentence, "end_date", Severity.WARNING)
    following = schedule.after(now.astimezone(end.tzinfo))
    if following is None or following > end:
        sentence = f"no run is due before end_date any more: {_due(following)}"
        return Missing(sentence, "end_date", Severity.WARNING)
    return None


def _due(moment: datetime | None) -> str:
    return f"the next one would be at {moment:%Y-%m-%d %H:%M}" if moment else "there is none at all"
