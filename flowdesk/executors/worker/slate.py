"""A few words of memory that warden and runner share, so that a job costs them no message.

The runner writes which log is on, the warden whether it holds anything that is not in the file. Bytes get
into a pipe only after the runner wrote, and the warden marks itself busy before it takes any out; so each
finds the other's words in time, and a job that prints nothing wakes nobody.
"""

from __future__ import annotations

import json
import mmap
import struct
from typing import NamedTuple

SIZE = 1 << 22
"""Of addresses only: memory is taken where something was written."""

BUSY, HEAD = 0, 8
WORDS = struct.Struct("=QQ")
"""The number of the job, 0 for none, and the length of the JSON text that follows."""


class OnSlate(NamedTuple):
    """The log that is on, and what must not stand in it. `number` is another for every job."""

    number: int
    path: str
    secrets: list[str]


class Slate:
    """Make it before the fork; both sides have it then."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, SIZE)
        self._number = 0

    def tell(self, path: str, secrets: list[str]) -> None:
        """Put a job's log on; for the runner.

        Raises:
            OSError: the secrets are too long for it.
        """
        text = json.dumps((path, secrets)).encode("ascii")
        if len(text) > SIZE - HEAD - WORDS.size:
            raise OSError(f"its secrets are too long to be kept out of it: {len(text)} bytes")
        self._number += 1
        begin = HEAD + WORDS.size
        self._memory[begin : begin + len(text)] = text
        WORDS.pack_into(self._memory, HEAD, self._number, len(text))

    def clear(self) -> None:
        """Say that no log is on."""
        WORDS.pack_into(self._memory, HEAD, 0, 0)

    @property
    def number(self) -> int:
        """The number of the job whose log is on; 0: none."""
        number, _ = WORDS.unpack_from(self._memory, HEAD)
        return int(number)

    def read(self) -> OnSlate:
        """The log that is on, if `number` is not 0; for the warden."""
        number, length = WORDS.unpack_from(self._memory, HEAD)
        begin = HEAD + WORDS.size
        path, secrets = json.loads(self._memory[begin : begin + length])
        return OnSlate(number, path, secrets)

    @property
    def is_busy(self) -> bool:
        """Whether the warden has something that is not in the log yet."""
        return self._memory[BUSY] != 0

    @is_busy.setter
    def is_busy(self, value: bool) -> None:
        self._memory[BUSY] = value
