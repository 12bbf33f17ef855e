"""Values as people type them: what they mean, what is wrong with them, by the rules of `--param`."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from flowdesk.engine.params import ParamsRefused, params_of
from flowdesk.plan.plan import Param, Plan
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.plan import Push

NEEDED = "a value is needed"


def as_typed(text: str, type_: str) -> str:
    """A value (JSON text) as a person would type it where one of this type is meant."""
    plain = _plain(decode(text))
    try:
        return plain if value_of(Param("value", type_), plain) == text else text
    except ValueError:
        return text


def value_of(param: Param, typed: str) -> str:
    """What was typed, as JSON text.

    Raises:
        ValueError: it is none for this param; the message says why.
    """
    try:
        return params_of(Plan("", {}, params=(param,)), {param.name: typed})[param.name]
    except ParamsRefused as refused:
        raise ValueError(str(refused).removeprefix(f"param '{param.name}' ")) from None


def fault_of(param: Param, typed: str | None) -> str:
    """What is wrong with what was typed; "" if nothing is. None: nothing was typed."""
    if typed is None:
        return NEEDED if param.required and param.default is None else ""
    try:
        value_of(param, typed)
    except ValueError as error:
        return str(error)
    return ""


def as_params(pushes: Sequence[Push]) -> tuple[Param, ...]:
    """What a task pushes, as values that a person has to give."""
    return tuple(
        Param(
            push.key,
            push.type,
            required=push.required,
            description=push.description,
            ge=push.ge,
            gt=push.gt,
            le=push.le,
            lt=push.lt,
            min_length=push.min_length,
            max_length=push.max_length,
            pattern=push.pattern,
        )
        for push in pushes
    )


def _plain(value: object) -> str:
    if isinstance(value, str | Decimal | UUID | Path):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"{value.total_seconds():g}"
    try:
        return json.dumps(value, ensure_ascii=False)
    except TypeError:
        return ""
