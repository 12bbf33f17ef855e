"""What Python prints in this process, to the terminal and to a log at once."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Echo:
    """A text stream that also writes to a log. What it is asked besides, the stream behind it answers."""

    def __init__(self, stream: IO[str], log: int) -> None:
        self._stream = stream
        self._log = log

    def write(self, text: str) -> int:
        """Write the text to both."""
        data = text.encode("utf-8", "backslashreplace")
        while data:
            data = data[os.write(self._log, data) :]
        return self._stream.write(text)

    def writelines(self, lines: list[str]) -> None:
        """Write all lines to both."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def echoed_to(log: int) -> Iterator[None]:
    """Write stdout and stderr to the log too, for the length of the block."""
    stdout, stderr = Echo(sys.stdout, log), Echo(sys.stderr, log)
    with redirect_stdout(stdout), redirect_stderr(stderr):  # type: ignore[type-var]  # as much of a file as print needs
        yield
