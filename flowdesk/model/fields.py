"""The kinds of value that fields of a pipeline file hold, with the rule of each."""

import json
import math
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from flowdesk.model.codes import Code
from flowdesk.model.durations import UNITS, read_duration
from flowdesk.model.refusals import refusal, written
from flowdesk.xcom.types import TypeExpressionError, parse
from flowdesk.xcom.values import Unstorable, encode

MAX_SECONDS = 100 * 366 * UNITS["d"]
MAX_RETRIES = 1_000_000
MAX_COUNT = 1_000_000_000
SIZES = {"b": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3, "kib": 1024, "mib": 1024**2, "gib": 1024**3}
MAX_EXIT_CODE = 255
COMMON_TYPES = ["int", "float", "str", "bool", "date", "datetime", "list[float]", "dict[str, float]", "json"]
"""What editors offer; every other type expression is as good."""

_NUMBER = r"(\d{1,12}(?:\.\d{1,12})?)"
_DURATIONS = r"^\s*([0-9]+(\.[0-9]+)?\s*(d|h|ms|m|s)\s*)+$"
_SIZES = r"^\s*[0-9]+(\.[0-9]+)?\s*([kKmMgG][iI]?)?[bB]\s*$"
_SIZE = re.compile(rf"{_NUMBER}\s*([a-z]+)", re.IGNORECASE)


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
    seconds = read_duration(text)
    if seconds is None:
        from flowdesk.model.spoken import spoken

        said = spoken(text)
        hint = f'write "{said}"' if said else 'units are d, h, m, s and ms, the largest first: "1h30m"'
        raise refusal(Code.BAD_DURATION, f"{text[:60]!r} is no duration", suggestion=hint)
    return seconds


def _some_time(seconds: float) -> float:
    if not seconds:
        raise refusal(Code.BAD_DURATION, "{field} must be longer than nothing")
    return seconds


def _bytes(value: object) -> object:
    if not isinstance(value, str):
        return value
    found = _SIZE.fullmatch(value.strip())
    if found is None or (unit := found[2].lower()) not in SIZES:
        hint = 'write a number of bytes, or "64 KB", "10MB", "1 GiB"'
        raise refusal(Code.WRONG_VALUE, f"{value[:60]!r} is no size", suggestion=hint)
    return int(float(found[1]) * SIZES[unit])


def _codes(value: object) -> object:
    if isinstance(value, int):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _backoff(value: object) -> object:
    if isinstance(value, bool):
        return 2.0 if value else 1.0
    return value


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


def _argv(value: object) -> object:
    if not isinstance(value, str):
        return listed(value)
    import shlex

    try:
        words = shlex.split(value)
    except ValueError:  # a quotation that is not closed
        words = [value]
    hint = f"write command = {json.dumps(words, ensure_ascii=False)}, or bash for a line of shell"
    raise refusal(Code.WRONG_TYPE, "{field} must be a list of strings, not a string", suggestion=hint)


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


def _check_pattern(text: str) -> str:
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        offset = getattr(error, "pos", None)
        message = f"this is no regular expression: {getattr(error, 'msg', error)}"
        raise refusal(Code.BAD_PATTERN, message, offset=offset) from None
    return text


def _check_number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refusal(Code.WRONG_TYPE, f"{{field}} must be a number, not {written(value)}")
    if isinstance(value, float) and math.isnan(value):
        raise refusal(Code.WRONG_VALUE, "{field} must be a number that others can be compared with")
    return value


Duration = Annotated[
    float,
    BeforeValidator(_seconds),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": _DURATIONS}]}),
]
"""Seconds."""
SomeTime = Annotated[Duration, AfterValidator(_some_time)]
"""Seconds, more than none."""
Retries = Annotated[int, Field(ge=0, le=MAX_RETRIES)]
Count = Annotated[int, Field(ge=1, le=MAX_COUNT)]
Length = Annotated[int, Field(ge=0, le=MAX_COUNT)]
Size = Annotated[
    int,
    Field(ge=1, le=2**53),
    BeforeValidator(_bytes),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": _SIZES}]}),
]
"""Bytes."""
ExitCodes = Annotated[
    tuple[Annotated[int, Field(ge=0, le=MAX_EXIT_CODE)], ...],
    BeforeValidator(_codes, json_schema_input_type=int | list[int]),
]
Backoff = Annotated[
    float, Field(ge=1, le=100), BeforeValidator(_backoff, json_schema_input_type=bool | float)
]
TypeText = Annotated[
    str,
    AfterValidator(_check_type),
    WithJsonSchema({"anyOf": [{"enum": COMMON_TYPES}, {"type": "string", "minLength": 1}]}),
]
Pattern = Annotated[str, AfterValidator(_check_pattern)]
# int | float by a rule of our own: pydantic's union would tell one mistake twice. Any: for the same reason.
Number = Annotated[Any, AfterValidator(_check_number), WithJsonSchema({"type": "number"})]
Filled = Annotated[str, AfterValidator(_check_filled)]
Given = Annotated[str, AfterValidator(_check_nul)]
Command = Annotated[
    tuple[Given, ...],
    BeforeValidator(_argv, json_schema_input_type=list[str]),
    AfterValidator(_check_command),
]
# Any: a default may be whatever a push may be.
Default = Annotated[Any, AfterValidator(_check_default)]
TriggerRule = Literal[
    "all_success",
    "all_failed",
    "all_done",
    "all_done_min_one_success",
    "all_skipped",
    "one_success",
    "one_failed",
    "one_done",
    "none_failed",
    "none_failed_min_one_success",
    "none_skipped",
    "always",
]
"""Airflow's names, as its documentation has them."""
