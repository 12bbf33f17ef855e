"""What the marked objects of a value's JSON text stand for, as `{"$set": [1]}`: `values` writes them."""

from __future__ import annotations

from flowdesk.xcom.instances import read_enum, read_fields, read_model
from flowdesk.xcom.standard import standard_class
from flowdesk.xcom.stored import Stored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from typing import Any


def _read_bytes(written: str) -> bytes:
    from base64 import b64decode

    return b64decode(written)


def _read_path(written: str) -> Path:
    from pathlib import Path

    return Path(written)


def _read_datetime(written: str | list[Any]) -> datetime:
    read: Callable[[str], datetime] = standard_class("datetime").fromisoformat
    if isinstance(written, str):
        return read(written)
    text, zone, fold = written
    moment = read(text).replace(fold=fold)
    if zone is None:
        return moment
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return moment.replace(tzinfo=ZoneInfo(zone))
    except ZoneInfoNotFoundError:  # a machine without that zone: the offset is still right
        return moment


_READERS: dict[str, Callable[[Any], object]] = {
    "$str": lambda written: _read_bytes(written).decode("utf-8", "surrogatepass"),
    "$int": lambda written: int(written, 16),
    "$float": float,
    "$dict": dict,
    "$tuple": tuple,
    "$set": set,
    "$frozenset": frozenset,
    "$datetime": _read_datetime,
    "$date": lambda written: standard_class("date").fromisoformat(written),
    "$timedelta": lambda written: standard_class("timedelta")(*written),
    "$Decimal": lambda written: standard_class("Decimal")(written),  # noqa: PLW0108 - not imported before
    "$UUID": lambda written: standard_class("UUID")(written),  # noqa: PLW0108 - as above
    "$bytes": _read_bytes,
    "$path": _read_path,
    "$model": read_model,
    "$fields": read_fields,
    "$enum": read_enum,
}


def revive(written: dict[str, Any]) -> object:
    """What an object stands for: itself, unless it is marked."""
    for key, value in written.items():
        if key == "$":
            return Stored.of(written)
        return _READERS[key](value) if key.startswith("$") else written
    return written
