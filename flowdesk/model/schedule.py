"""When a pipeline runs: cron's fields, a preset of Airflow's, or `every 15m`; its timezone and dates.

A text is turned into a `Schedule`, which knows the moment after a moment. Nothing here looks at a clock:
whoever asks says what time it is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flowdesk.model.codes import Code
from flowdesk.model.durations import UNITS, read_duration
from flowdesk.model.other_words import TIMEZONES
from flowdesk.model.refusals import nearest, refusal, written
from flowdesk.model.spoken import spoken
from flowdesk.model.timetable import EVERY, PRESETS, UNTIMED, Schedule

if TYPE_CHECKING:
    from datetime import tzinfo

ALSO = {"@annually": "@yearly", "@midnight": "@daily", "@none": "no schedule at all", "@never": "no schedule"}
FIELDS = ("minute", "hour", "day of month", "month", "day of week")
_RANGES = {
    "minute": "0 to 59",
    "hour": "0 to 23",
    "day of month": "1 to 31, L for the last one",
    "month": "1 to 12, or JAN to DEC",
    "day of week": "0 to 7 (0 and 7 are Sunday), or SUN to SAT",
}
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
LONGEST = 366 * UNITS["d"]


class ScheduleError(ValueError):
    """A text is no schedule, or one that never comes round. `suggestion` is a way out, where one is near."""

    def __init__(
        self, message: str, suggestion: str | None = None, *, code: Code = Code.BAD_SCHEDULE
    ) -> None:
        self.message = message
        self.suggestion = suggestion
        self.code = code
        super().__init__(message)


def parse_schedule(text: str) -> Schedule:
    """Read a schedule.

    Raises:
        ScheduleError: the text is none.
    """
    said = text.strip()
    if said.lower().startswith(EVERY):
        return Schedule(text, seconds=_interval(said[len(EVERY) :]))
    if said.startswith("@"):
        return _preset(text, said)
    return Schedule(text, cron=_cron(said))


def _interval(text: str) -> float:
    seconds = read_duration(text)
    if seconds is None:
        hint = f'write "every {spoken(text) or "15m"}"'
        raise ScheduleError(f"{text[:60]!r} is no duration", hint)
    if not 1 <= seconds <= LONGEST:
        raise ScheduleError("runs are at least a second and at most a year apart")
    return seconds


def _preset(text: str, said: str) -> Schedule:
    if said in UNTIMED:
        return Schedule(text)
    if said not in PRESETS:
        known = [*PRESETS, *UNTIMED]
        hint = f"it is {ALSO[said]}" if said in ALSO else nearest(said, known)
        raise ScheduleError(f"unknown preset {said[:60]!r}", hint or f"known: {', '.join(known)}")
    return Schedule(text, cron=PRESETS[said])


def _cron(said: str) -> str:
    from cronsim import CronSim, CronSimError

    fields = said.split()
    if len(fields) != len(FIELDS):
        known = [*PRESETS, *UNTIMED]
        hint = nearest(f"@{said}", known) or f"its fields: {', '.join(FIELDS)}; or @daily, or every 15m"
        raise ScheduleError(f"cron has {len(FIELDS)} fields, this has {len(fields)}", hint)
    try:
        CronSim(" ".join(fields), _EPOCH)
    except CronSimError as error:
        wrong = str(error).removeprefix("Bad ").replace("-", " ")
        if _is_cron([*fields[:3], "*", fields[4]]) and _is_cron(["0", "0", "*", *fields[3:]]):
            sentence = "no run would ever start: no such month has such a day"
            raise ScheduleError(sentence, code=Code.NO_NEXT_RUN) from None
        shown = dict(zip(FIELDS, fields, strict=True)).get(wrong)
        said = f"cannot be {shown[:60]!r}" if shown else "cannot be this"
        raise ScheduleError(f"cron's field for the {wrong} {said}", _RANGES.get(wrong)) from None
    return " ".join(fields)


def _is_cron(fields: list[str]) -> bool:
    from cronsim import CronSim, CronSimError

    try:
        CronSim(" ".join(fields), _EPOCH)
    except CronSimError:
        return False
    return True


def check_schedule(text: str) -> str:
    """The text, if it is a schedule; else it is refused."""
    try:
        parse_schedule(text)
    except ScheduleError as error:
        raise refusal(error.code, error.message, suggestion=error.suggestion) from None
    return text


def check_timezone(name: str) -> str:
    """The name, if this machine knows a timezone of it; else it is refused."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # there is none, it is no relative path, it is a folder
        from zoneinfo import available_timezones

        if name in TIMEZONES:
            hint: str | None = f"did you mean '{TIMEZONES[name]}'?"
        elif name.isupper() and "/" not in name:
            hint = None
        else:
            hint = nearest(name, sorted(available_timezones()))
        hint = hint or 'its name in the tz database: "Asia/Seoul"'
        raise refusal(Code.BAD_TIMEZONE, f"there is no timezone {name[:60]!r}", suggestion=hint) from None
    return name


def day(value: object) -> object:
    """A date of the file, with or without a time; else it is refused."""
    if isinstance(value, date):
        return value
    sentence = f"{{field}} must be a date, not {written(value)}"
    hint = "write 2026-01-31 or 2026-01-31T06:00:00, without quotes"
    raise refusal(Code.BAD_DATE, sentence, suggestion=hint)


def moment_of(value: date, timezone: str) -> datetime:
    """A date of a file as a moment: a bare day is its first instant, in the pipeline's timezone."""
    zone: tzinfo = ZoneInfo(timezone)
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), zone)
    return value if value.tzinfo else value.replace(tzinfo=zone)
