"""What tasks that neither run a program nor call a function do: wait for something, or ask somebody."""

import re
from datetime import datetime, time
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from flowdesk.model.codes import Code
from flowdesk.model.fields import Duration, Filled, SomeTime
from flowdesk.model.refusals import refusal, written
from flowdesk.model.table import Table, short_for

WAITS = ("file", "seconds", "until")
FEWEST_CHOICES = 2

_TEMPLATE = re.compile(r"\{\{|\{%")

_TIMES = [
    *({"type": "string", "format": form} for form in ("partial-time", "partial-date-time", "date-time")),
    {"type": "string", "minLength": 1},
]


def _until(value: object) -> object:
    if isinstance(value, datetime | time):
        return value
    if not isinstance(value, str):
        sentence = f"{{field}} must be a date with a time, or a time of day, not {written(value)}"
        raise refusal(Code.WRONG_TYPE, sentence, suggestion="write 2026-01-31T09:00:00 or 09:00:00")
    if _TEMPLATE.search(value):
        return value
    for read in (datetime.fromisoformat, time.fromisoformat):
        try:
            return read(value)
        except ValueError:
            continue
    hint = "write 2026-01-31T09:00:00, 09:00:00, or a template"
    raise refusal(Code.BAD_TIME, f"{value[:60]!r} is no time", suggestion=hint)


class WaitTable(Table):
    """What to wait for: exactly one of file, seconds and until."""

    file: Annotated[Filled | None, Field(examples=["data/ready.csv"])] = None
    """A file that must be there, counted from this file's folder; it may be a template."""
    seconds: Annotated[Duration | None, Field(examples=[30, "10m"])] = None
    """How long to wait: seconds, or a text like "10m"."""
    # Any: a date with a time, a time of day (the next such time in the pipeline's timezone), or a template.
    until: Annotated[
        Any,
        BeforeValidator(_until),
        WithJsonSchema({"anyOf": _TIMES}),
        Field(examples=["09:00:00", "2026-01-31T09:00:00"]),
    ] = None
    """The moment to wait for: a date with a time, or a time of day in the pipeline's timezone."""

    @property
    def target(self) -> tuple[str, str]:
        """What is waited for, as words: ("seconds", "30.0"), ("until", "09:00:00")."""
        name = next(name for name in WAITS if getattr(self, name) is not None)
        value = getattr(self, name)
        return name, value.isoformat() if isinstance(value, datetime | time) else str(value)

    @model_validator(mode="after")
    def _waits_for_one_thing(self) -> Self:
        given = [name for name in WAITS if getattr(self, name) is not None]
        if len(given) != 1:
            said = f"{' and '.join(given)} at once" if given else "nothing"
            raise refusal(
                Code.WRONG_VALUE, f"this waits for {said}", suggestion=f"exactly one of {', '.join(WAITS)}"
            )
        return self


def _choices(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class ApproveTable(Table):
    """A question that a person answers."""

    question: Annotated[Filled, Field(examples=["Publish the report?"])]
    """The question; it may be a template."""
    choices: Annotated[
        tuple[Filled, ...], BeforeValidator(_choices), Field(examples=[["publish", "hold back"]])
    ] = ()
    """The answers to choose from. The answer is pushed as return_value. Without choices: yes or no."""
    timeout: Annotated[SomeTime | None, Field(examples=["1d"])] = None
    """How long to wait for the answer before the task fails."""

    @model_validator(mode="after")
    def _leaves_a_choice(self) -> Self:
        if self.choices and len(set(self.choices)) < max(FEWEST_CHOICES, len(self.choices)):
            raise refusal(Code.WRONG_VALUE, "there must be at least two choices, all different", at="choices")
        return self


Approve = Annotated[
    ApproveTable, BeforeValidator(short_for("question", str), json_schema_input_type=str | ApproveTable)
]
