"""A value that is written on the command line, held to what its task declares."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from flowdesk.errors import UsageError
from flowdesk.xcom.kept import FileToKeep, Kept, parts
from flowdesk.xcom.limits import fault_of
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import Unstorable, decode, encode

if TYPE_CHECKING:
    from flowdesk.plan.plan import Push


def given_value(push: Push, written: str) -> str:
    """Return what was written as JSON text of the key's type; of a file, an absolute path.

    Raises:
        UsageError: it does not fit.
    """
    from flowdesk.executors.worker.plain_text import read

    try:
        kind = parse(push.type)
        fitting = kind.convert(read(written, kind))
        if fault := fault_of(push, fitting):
            raise UsageError(f"'{push.key}' {fault}")
        if isinstance(fitting, FileToKeep):  # the engine stores it, from wherever that is started
            return encode(str(Path(written).absolute()))
        return encode(fitting)
    except (Mismatch, Unstorable, ValueError) as error:
        raise UsageError(f"'{push.key}' must be {push.type}: {error}") from error


def from_json_file(push: Push, file: IO[str]) -> str:
    """Return what is in a file as it is, if it is JSON of the key's type; of what is kept as a file, a path.

    Raises:
        UsageError: it cannot be read, or does not fit.
    """
    try:
        text = file.read().strip()
        value, kind = decode(text), parse(push.type)
        if isinstance(value, str) and any(isinstance(one, Kept) for one in parts(kind)):
            return text
        fitting = kind.convert(value)
        if fault := fault_of(push, fitting):
            raise UsageError(f"'{push.key}' {fault}")
        return encode(fitting)
    except (Mismatch, Unstorable, ValueError, OSError) as error:
        raise UsageError(f"'{push.key}' must be {push.type}: {error}") from error


def from_file(push: Push, path: Path) -> str:
    """Return the content of a file as JSON text of the key's type; of what is kept as a file, its path.

    Raises:
        UsageError: it cannot be read, or does not fit.
    """
    if any(isinstance(one, Kept) for one in parts(parse(push.type))):
        if not path.exists():
            raise UsageError(f"there is no {path}")
        return encode(str(path.absolute()))
    try:
        if push.type == "bytes":
            return encode(path.read_bytes())
        return given_value(push, path.read_text("utf-8"))
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no text, and '{push.key}' is {push.type}") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror})") from error
