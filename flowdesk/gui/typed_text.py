"""Values as people type them: what they mean, what is wrong with them, by the rules of `--param`."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from flowdesk.engine.params import ParamsRefused, params_of
from flowdesk.gui.language import mark, tr
from flowdesk.plan.plan import Param, Plan
from flowdesk.xcom.kept import KEPT
from flowdesk.xcom.loading import READ_AS
from flowdesk.xcom.shapes import Literal
from flowdesk.xcom.stored import reference
from flowdesk.xcom.types import parse
from flowdesk.xcom.values import decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.plan import Push
    from flowdesk.store.rows import ValueRow

NEEDED = mark("a value is needed")
_WITH_PARTS = frozenset({"list", "dict", "tuple", "set", "frozenset"})


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
    if is_file(param.type):
        return _file_of(param, typed)
    if is_json(param.type):
        _check_json(typed)
    try:
        return params_of(Plan("", {}, params=(param,)), {param.name: typed})[param.name]
    except ParamsRefused as refused:
        raise ValueError(str(refused).removeprefix(f"param '{param.name}' ")) from None


def fault_of(param: Param, typed: str | None) -> str:
    """What is wrong with what was typed; "" if nothing is. None: nothing was typed."""
    if typed is None:
        return tr(NEEDED) if param.required and param.default is None else ""
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
            choices=_choices_of(push.type),
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


def is_file(type_: str) -> bool:
    """Whether a value of a type is given as a file."""
    return type_ in KEPT


def is_json(type_: str) -> bool:
    """Whether a value of a type is typed as JSON, for it has parts."""
    return type_ in {"any", "json"} or type_.partition("[")[0] in _WITH_PARTS or ":" in type_


def editable(row: ValueRow, push: Push) -> str | None:
    """What stands in a form for a value at first; None: it is secret, large, or a file."""
    if row.secret or is_file(push.type) or reference(row.value) is not None:
        return None
    text = as_typed(row.value, push.type)
    if not is_json(push.type):
        return text
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    except ValueError:
        return text


def _check_json(typed: str) -> None:
    """Say where brackets or commas are wrong. What does not begin as JSON may be read in another way."""
    if typed.lstrip()[:1] not in {"{", "["}:
        return
    try:
        json.loads(typed)
    except json.JSONDecodeError as error:
        told = tr("is no JSON in line {line}, column {column}: {why}")
        raise ValueError(told.format(line=error.lineno, column=error.colno, why=error.msg)) from None


def _choices_of(type_: str) -> tuple[str, ...] | None:
    """What a Literal lists, as JSON texts; None for any other type."""
    found = parse(type_)
    if not isinstance(found, Literal) or any(choice is None for choice in found.choices):
        return None
    return tuple(encode(choice) for choice in found.choices)


def _file_of(param: Param, typed: str) -> str:
    path = Path(typed).expanduser()
    if not path.exists():
        raise ValueError(tr("there is no file {path}").format(path=typed))
    if param.type in READ_AS and path.suffix.lower() not in READ_AS[param.type]:
        wanted = ", ".join(READ_AS[param.type])
        raise ValueError(tr("expected a file {kinds}").format(kinds=wanted))
    return encode(str(path.absolute()))
