"""A few words of memory that warden and runner share, so that a job costs them no message.

The runner writes which log is on, the warden whether it holds anything that is not in the file. Bytes get
into a pipe only after the runner wrote, and the warden marks itself busy before it takes any out; so each
finds the other's words in time, and a job that prints nothing wakes nobody.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
from typing import NamedTuple

SIZE = 1 << 22
"""Of addresses only: memory is taken where something was written."""

BUSY, HEAD = 0, 8
WORDS = struct.Struct("=QQQ")
"""The number of the job, 0 for none, and the lengths of what follows: the path and the secrets as JSON."""
TEXT = HEAD + WORDS.size


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
        name = os.fsencode(path)
        hidden = json.dumps(secrets).encode("ascii") if secrets else b""
        end = TEXT + len(name) + len(hidden)
        if end > SIZE:
            raise OSError(f"its secrets are too long to be kept out of it: {len(hidden)} bytes")
        self._number += 1
        self._memory[TEXT:end] = name + hidden
        WORDS.pack_into(self._memory, HEAD, self._number, len(name), len(hidden))

    def clear(self) -> None:
        """Say that no log is on."""
        WORDS.pack_into(self._memory, HEAD, 0, 0, 0)

    @property
    def number(self) -> int:
        """The number of the job whose log is on; 0: none."""
        number, _, _ = WORDS.unpack_from(self._memory, HEAD)
        return int(number)

    def read(self) -> OnSlate:
        """The log that is on, if `number` is not 0; for the warden."""
        number, name, hidden = WORDS.unpack_from(self._memory, HEAD)
        path = os.fsdecode(self._memory[TEXT : TEXT + name])
        secrets = self._memory[TEXT + name : TEXT + name + hidden]
        return OnSlate(number, path, json.loads(secrets) if hidden else [])

    @property
    def is_busy(self) -> bool:
        """Whether the warden has something that is not in the log yet."""
        return self._memory[BUSY] != 0

    @is_busy.setter
    def is_busy(self, value: bool) -> None:
        self._memory[BUSY] = value
