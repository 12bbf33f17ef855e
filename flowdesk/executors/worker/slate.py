"""A few words of memory that warden and runner share, so that a job costs them no message.

The runner writes which log is on, the warden whether it holds anything that is not in the file. Bytes get
into a pipe only after the runner wrote, and the warden marks itself busy before it takes any out; so each
finds the other's words in time, and a job that prints nothing wakes nobody.

A job may learn secrets while the warden reads. So what is told goes into one of two places in turn, and one
number, written last and at once, says which of them holds; killed on the way, the runner leaves the other.
"""

from __future__ import annotations

import json
import mmap
import os
import struct

from flowdesk.records import NamedTuple

SIZE = 1 << 22
"""Of each place; of addresses only: memory is taken where something was written."""

BUSY, HEAD, PLACES = 0, 8, 16
NUMBER = struct.Struct("@Q")
"""How often something was told, 0 where no log is on; odd and even ones have a place each."""
WORDS = struct.Struct("@QQ")
"""The lengths of what follows in a place: the path, and the secrets as JSON."""


class OnSlate(NamedTuple):
    """The log that is on, and what must not stand in it. `number` is another for every job."""

    number: int
    path: str
    secrets: list[str]


class Slate:
    """Make it before the fork; both sides have it then."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, PLACES + 2 * SIZE)
        self._number = 0

    def tell(self, path: str, secrets: list[str]) -> None:
        """Put a job's log on; for the runner.

        Raises:
            OSError: the secrets are too long for it.
        """
        name = os.fsencode(path)
        hidden = json.dumps(secrets).encode("ascii") if secrets else b""
        if WORDS.size + len(name) + len(hidden) > SIZE:
            raise OSError(f"its secrets are too long to be kept out of it: {len(hidden)} bytes")
        self._number += 1
        place = _place(self._number)
        WORDS.pack_into(self._memory, place, len(name), len(hidden))
        begin = place + WORDS.size
        self._memory[begin : begin + len(name) + len(hidden)] = name + hidden
        NUMBER.pack_into(self._memory, HEAD, self._number)

    def clear(self) -> None:
        """Say that no log is on."""
        NUMBER.pack_into(self._memory, HEAD, 0)

    @property
    def number(self) -> int:
        """The number of the job whose log is on; 0: none."""
        return int(NUMBER.unpack_from(self._memory, HEAD)[0])

    def read(self) -> OnSlate:
        """The log that is on, if `number` is not 0; for the warden."""
        while True:
            number = self.number
            place = _place(number)
            name, hidden = WORDS.unpack_from(self._memory, place)
            begin = place + WORDS.size
            path = self._memory[begin : begin + name]
            secrets = self._memory[begin + name : begin + name + hidden]
            if self.number in (number, 0):  # else the place may have been written anew meanwhile
                return OnSlate(number, os.fsdecode(path), json.loads(secrets) if hidden else [])

    @property
    def is_busy(self) -> bool:
        """Whether the warden has something that is not in the log yet."""
        return self._memory[BUSY] != 0

    @is_busy.setter
    def is_busy(self, value: bool) -> None:
        self._memory[BUSY] = value


def _place(number: int) -> int:
    return PLACES + number % 2 * SIZE
