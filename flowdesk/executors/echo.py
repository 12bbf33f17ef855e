"""What is printed in this process, to the terminal and to a log at once, in both without the secrets."""

from __future__ import annotations

import codecs
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import IO, TYPE_CHECKING

from flowdesk.executors.worker import note
from flowdesk.executors.worker.log_writer import ERR, NOTE, OUT
from flowdesk.executors.worker.masker import Masker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowdesk.executors.worker.log_writer import LogWriter


class Echo:
    """A text stream that also writes to a log. What it is asked besides, the stream behind it answers."""

    def __init__(self, stream: IO[str], log: LogWriter, name: bytes, secrets: Sequence[str]) -> None:
        self._stream = stream
        self._log = log
        self._name = name
        self._masker = Masker(secrets)
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def write(self, text: str) -> int:
        """Write the text to both."""
        self.take(text.encode("utf-8", "backslashreplace"))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write all lines to both."""
        for line in lines:
            self.write(line)

    def take(self, data: bytes) -> None:
        """Write bytes to both: what a process prints."""
        self._log.feed(self._name, data)
        self._stream.write(self._decoder.decode(self._masker.feed(data)))
        self._stream.flush()

    def learn(self, secrets: Sequence[str]) -> None:
        """Mask these from now on, in both."""
        self._masker.learn(secrets)
        self._log.learn(secrets)

    def note(self, data: bytes) -> None:
        """Write a note of ours to both."""
        self._log.feed(NOTE, data)
        self._stream.write("flowdesk: " + self._decoder.decode(self._masker.feed(data)))

    def settle(self) -> None:
        """Write to the terminal what was held back."""
        self._stream.write(self._decoder.decode(self._masker.rest(), final=True))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def echoed_to(log: LogWriter, secrets: Sequence[str]) -> Iterator[tuple[Echo, Echo]]:
    """Write stdout and stderr to the log too, for the length of the block; gives both."""
    stdout, stderr = Echo(sys.stdout, log, OUT, secrets), Echo(sys.stderr, log, ERR, secrets)
    note.go_to(stderr.note)
    try:
        with redirect_stdout(stdout), redirect_stderr(stderr):  # type: ignore[type-var]  # as much of a file as print needs
            yield stdout, stderr
    finally:
        note.go_to(None)
        stdout.settle()
        stderr.settle()
