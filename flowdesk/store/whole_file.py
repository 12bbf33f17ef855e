"""A file that is there as a whole or not at all: written beside its place, and moved there at the end."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from flowdesk.errors import FlowdeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes the place of `path` if nothing goes wrong inside.

    Raises:
        FlowdeskError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        if error.filename not in (None, str(beside), str(path)):
            raise  # it is another file that is wrong
        raise FlowdeskError(f"{path} cannot be written ({error.strerror})") from error
    finally:
        with suppress(OSError):
            beside.unlink()
