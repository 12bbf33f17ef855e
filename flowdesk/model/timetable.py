"""The times that a schedule names, without pydantic: a run asks for them too, of a text checked before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flowdesk.model.durations import read_duration
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

PRESETS = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@quarterly": "0 0 1 */3 *",
    "@yearly": "0 0 1 1 *",
}
"""Airflow's presets that stand for cron's fields."""
UNTIMED = ("@once", "@continuous")
"""Airflow's presets that no clock counts: one run, or always the next one after the last."""
EVERY = "every "
_LEAST = timedelta(microseconds=1)


class Schedule(NamedTuple):
    """A schedule: cron's five fields, a number of seconds, or neither for @once and @continuous."""

    text: str
    cron: str | None = None
    seconds: float | None = None

    @property
    def is_timed(self) -> bool:
        """Whether a clock says when the next run is."""
        return self.cron is not None or self.seconds is not None

    def after(self, moment: datetime) -> datetime | None:
        """The first time after `moment`, in its timezone; None where there is none, or no clock says it.

        "every 15m" counts from the moment given.
        """
        if self.seconds is not None:
            return moment + timedelta(seconds=self.seconds)
        if self.cron is None:
            return None
        from cronsim import CronSim

        return next(CronSim(self.cron, moment), None)

    def before(self, moment: datetime) -> datetime | None:
        """The last time before `moment`, else as `after`."""
        if self.seconds is not None:
            return moment - timedelta(seconds=self.seconds)
        if self.cron is None:
            return None
        from cronsim import CronSim

        return next(CronSim(self.cron, moment, reverse=True), None)

    def latest_interval(self, moment: datetime) -> tuple[datetime, datetime]:
        """The last whole stretch between two times of the schedule that is over at `moment`.

        That is what a run by hand is of, as Airflow's data intervals are; without a clock, the moment alone.
        """
        if self.seconds is not None:
            return moment - timedelta(seconds=self.seconds), moment
        end = self.before(moment + _LEAST)
        start = self.before(end) if end else None
        return (start, end) if start and end else (moment, moment)


def read_schedule(text: str) -> Schedule:
    """The schedule that a text names which was checked to be one."""
    said = text.strip()
    if said.lower().startswith(EVERY):
        return Schedule(text, seconds=read_duration(said[len(EVERY) :]))
    if said in UNTIMED:
        return Schedule(text)
    return Schedule(text, cron=PRESETS.get(said, " ".join(said.split())))
