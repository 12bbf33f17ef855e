"""The params of a run: read from texts and files by their declared types, and all wrong ones told at once.

What the command line gives goes before what the file gives, and that before the default.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from flowdesk.errors import UsageError
from flowdesk.executors.worker.plain_text import read
from flowdesk.model.durations import read_duration
from flowdesk.xcom.limits import fault_of
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import Unstorable, decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from flowdesk.plan.plan import Param, Plan
    from flowdesk.xcom.types import Type

_FORMS = {
    "bool": "write true or false",
    "list": 'write it as JSON: ["a", "b"]',
    "dict": 'write it as JSON: {"a": 1}',
    "datetime": "write 2026-01-31T06:00:00",
    "date": "write 2026-01-31",
    "timedelta": 'write seconds, 90, or "1h30m"',
}


class ParamsRefused(UsageError):
    """The params that a run is given are not those that its pipeline takes."""


class _Wrong(ValueError):
    """What is wrong with one param, in words."""


def params_of(plan: Plan, given: Mapping[str, str], file: Path | None = None) -> dict[str, str]:
    """The params of a run as JSON texts, by name and in the file's order.

    `given` are texts as a person types them; `file` is of JSON or TOML, as its name ends.

    Raises:
        ParamsRefused: all that is wrong, a line each.
    """
    values: dict[str, object] = _of_file(file) if file else {}
    declared = {param.name: param for param in plan.params}
    faults = [_unknown(name, declared) for name in {**values, **given} if name not in declared]
    found = {}
    for param in plan.params:
        try:
            found[param.name] = _text_of(param, given, values)
        except _Wrong as wrong:
            faults.append(f"param '{param.name}' {wrong}")
    if faults:
        raise ParamsRefused("\n".join(faults))
    return found


def _text_of(param: Param, given: Mapping[str, str], values: Mapping[str, object]) -> str:
    if param.name in given:
        return _checked(param, _as_written(param, _read(given[param.name], parse(param.type))))
    if param.name in values:
        return _checked(param, _as_written(param, values[param.name]))
    if param.default is not None:
        return param.default
    if param.required:
        about = f", {param.description}" if param.description else ""
        raise _Wrong(f"({param.type}{about}) is required: --param {param.name}=…")
    return "null"


def _checked(param: Param, value: object) -> str:
    try:
        found = parse(param.type).convert(value)
        text = encode(found)
    except (Mismatch, Unstorable) as error:
        form = _FORMS.get(param.type.partition("[")[0])
        raise _Wrong(f"is of type {param.type}: {error}{f'; {form}' if form else ''}") from None
    if fault := fault_of(param, found):
        raise _Wrong(fault)
    choices = [decode(choice) for choice in param.choices or ()]
    if choices and found not in choices:
        raise _Wrong(f"must be one of {', '.join(map(_shown, choices))}, and is {_shown(found)}")
    return text


def _as_written(param: Param, value: object) -> object:
    """A value of a file: JSON and TOML have texts and lists where Python has more than that."""
    type_ = parse(param.type)
    try:
        type_.convert(value)
    except Mismatch:
        if isinstance(value, str):
            return _read(value, type_)
        if isinstance(value, (list, dict)):
            from flowdesk.model.adapters import Misfit, value_of

            try:
                return value_of(param.type, value)
            except Misfit as misfit:
                raise _Wrong(f"is of type {param.type}: {misfit}") from None
    return value


def _read(text: str, type_: Type) -> object:
    """The value that a text means; a duration also as the rest of the file writes it, "1h30m"."""
    value = read(text, type_)
    if isinstance(value, str) and (seconds := read_duration(text)) is not None:
        with suppress(Mismatch):
            return type_.convert(timedelta(seconds=seconds))
    return value


def _shown(value: object) -> str:
    return value if isinstance(value, str) else repr(value)


def _unknown(name: str, declared: Mapping[str, Param]) -> str:
    near = get_close_matches(name, declared, n=1)
    if near:
        hint = f"did you mean '{near[0]}'?"
    else:
        hint = f"it has {', '.join(declared)}" if declared else "it has none"
    return f"the pipeline has no param '{name}': {hint}"


def _of_file(path: Path) -> dict[str, object]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ParamsRefused(f"{path}: {getattr(error, 'strerror', None) or 'it is no UTF-8 text'}") from error
    try:
        values = _parsed(path, text)
    except ValueError as error:
        raise ParamsRefused(f"{path}: {error}") from error
    if not isinstance(values, dict):
        raise ParamsRefused(f'{path}: a file of params is one object: {{"name": value}}')
    return values


def _parsed(path: Path, text: str) -> object:
    if path.suffix == ".json":
        return decode(text)  # an inner run is given what JSON has no word for as the store writes it
    if path.suffix == ".toml":
        import tomllib

        return tomllib.loads(text)
    raise ValueError("a file of params ends with .json or .toml")
