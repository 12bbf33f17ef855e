"""The kinds of value that fields of a pipeline file hold, with the rule of each."""

import math
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from flowdesk.model.codes import Code
from flowdesk.model.refusals import refusal
from flowdesk.xcom.types import TypeExpressionError, parse
from flowdesk.xcom.values import Unstorable, encode

UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
MAX_SECONDS = 100 * 366 * UNITS["d"]
MAX_RETRIES = 1_000_000

_NUMBER = r"(\d{1,12}(?:\.\d{1,12})?)"
_DURATION = re.compile("".join(rf"(?:{_NUMBER}\s*{unit}\s*)?" for unit in UNITS))


def listed(value: object) -> object:
    """One thing or a list of things, as a tuple."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _seconds(value: object) -> float:
    seconds = _read_duration(value) if isinstance(value, str) else value
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or math.isnan(seconds):
        hint = 'write 90, "90s" or "1h30m"'
        raise refusal(Code.BAD_DURATION, "{field} must be a duration", suggestion=hint)
    if not 0 <= seconds <= MAX_SECONDS:
        sentence = "{field} must not be negative" if seconds < 0 else "{field} must be at most 100 years"
        raise refusal(Code.BAD_DURATION, sentence)
    return float(seconds)


def _read_duration(text: str) -> float:
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()):
        hint = 'units are d, h, m, s and ms, the largest first: "1h30m"'
        raise refusal(Code.BAD_DURATION, f"{text[:60]!r} is no duration", suggestion=hint)
    return math.fsum(
        float(number) * size for number, size in zip(found.groups(), UNITS.values(), strict=True) if number
    )


def _check_type(text: str) -> str:
    try:
        parse(text)
    except TypeExpressionError as error:
        raise refusal(
            Code.BAD_TYPE, error.message, suggestion=error.suggestion, offset=error.offset
        ) from None
    return text


def _check_filled(text: str) -> str:
    if not text.strip():
        raise refusal(Code.WRONG_VALUE, "{field} must not be empty")
    return _check_nul(text)


def _check_nul(text: str) -> str:
    if "\0" in text:
        sentence = "{field} contains a NUL character, which no process can be given"
        raise refusal(Code.WRONG_VALUE, sentence)
    return text


def _check_variable(name: str) -> str:
    if not name or "=" in name or "\0" in name:
        raise refusal(Code.WRONG_VALUE, f"{name!r} cannot be the name of an environment variable")
    return name


def _check_command(argv: tuple[str, ...]) -> tuple[str, ...]:
    if not argv or not argv[0]:
        raise refusal(Code.WRONG_VALUE, "{field} must begin with the program to run")
    return argv


def _check_default(value: object) -> object:
    try:
        encode(value)
    except Unstorable as error:
        raise refusal(Code.UNSTORABLE_DEFAULT, str(error)) from None
    return value


Duration = Annotated[float, BeforeValidator(_seconds)]
"""Seconds."""
Retries = Annotated[int, Field(ge=0, le=MAX_RETRIES)]
TypeText = Annotated[str, AfterValidator(_check_type)]
Filled = Annotated[str, AfterValidator(_check_filled)]
Given = Annotated[str, AfterValidator(_check_nul)]
Command = Annotated[tuple[Given, ...], BeforeValidator(listed), AfterValidator(_check_command)]
Environment = dict[Annotated[str, AfterValidator(_check_variable)], Given]
# Any: a default may be whatever a push may be.
Default = Annotated[Any, AfterValidator(_check_default)]
