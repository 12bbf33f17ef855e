"""Programs that tell somebody what happened in a run: started, timed and reaped beside it, never waited for.

A few at once; the rest wait their turn. Each has its own process group and a time limit. What they print goes
into one log. None of it can hurt the run: what goes wrong is a complaint, for whoever shows the run to tell.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import IO, TYPE_CHECKING

from flowdesk.xcom.passwords import hide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MOST = 4
"""How many run at once."""

LIMIT = 30.0
"""Seconds after which a notifier is killed."""

PATIENCE = 10.0
"""Seconds that `close` waits for all that is left."""

_LOOK = 0.02
_NOT_FOUND = 127
_BY_SIGNAL = 128
"""What `timeout`, as a shell, says of a program that is not there, and adds to the signal that ended one."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One program to start: an argv, what is added to the environment, and what it is about."""

    argv: tuple[str, ...]
    env: Mapping[str, str]
    about: str
    cwd: str | None = None


@dataclass(slots=True)
class _Running:
    notice: Notice
    process: subprocess.Popen[bytes]
    deadline: float
    is_killed: bool = field(default=False)
    limit: float = LIMIT
    """What it was killed for: its own time, or how long the end of a run waits."""


class Notifier:
    """Starts notices. `complaints` are sentences about those that failed, in order."""

    def __init__(self, log: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.complaints: list[str] = []
        self._log = log
        self._clock = clock
        self._file: IO[bytes] | None = None
        self._running: list[_Running] = []
        self._waiting: deque[Notice] = deque()

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        return not self._running and not self._waiting

    def send(self, notice: Notice) -> None:
        """Start a program soon. Returns at once."""
        self._waiting.append(notice)
        self.look()

    def look(self) -> None:
        """Reap what has ended, kill what takes too long, start what waits. Call it now and then."""
        now = self._clock()
        for one in self._running.copy():
            code = one.process.poll()
            if code is not None:
                self._running.remove(one)
                self._take_up(one, code)
            elif now >= one.deadline:
                self._kill(one)
        while self._waiting and len(self._running) < MOST:
            self._start(self._waiting.popleft(), now)

    def close(self, patience: float = PATIENCE) -> None:
        """Wait for what is left, `patience` seconds at the most, and kill the rest."""
        until = self._clock() + patience
        while not self.is_idle and self._clock() < until:
            time.sleep(_LOOK)
            self.look()
        if self._waiting:
            self.complain(f"{len(self._waiting)} notices were not sent, because those before took too long")
            self._waiting.clear()
        for one in self._running:
            if not one.is_killed:
                one.limit = patience
            self._kill(one)
            one.process.wait()
            self._take_up(one, one.process.returncode)
        self._running.clear()
        if self._file is not None:
            self._file.close()

    def _start(self, notice: Notice, now: float) -> None:
        environment = dict(os.environ)
        hide(environment)
        env = {name: text.replace("\0", "") for name, text in notice.env.items()}
        try:
            log = self._opened()
            process = subprocess.Popen(  # noqa: S603 - the argv is the file's own
                (*_bounds(), *notice.argv),
                env={**environment, **env},
                cwd=notice.cwd,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:  # no such program; an argument with a NUL
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self.complain(f"{notice.argv[0]} could not tell of {notice.about}: {reason}")
        else:
            self._running.append(_Running(notice, process, now + LIMIT))

    def _take_up(self, one: _Running, code: int) -> None:
        if not code:
            return
        how = f"took longer than {one.limit:g} s" if one.is_killed else _ending(code)
        self.complain(f"{one.notice.argv[0]} could not tell of {one.notice.about}: it {how}; see {self._log}")

    def _kill(self, one: _Running) -> None:
        one.is_killed = True
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(one.process.pid, signal.SIGKILL)

    def complain(self, sentence: str) -> None:
        """Note what went wrong, in the log too."""
        self.complaints.append(sentence)
        with suppress(OSError):
            self._opened().write(f"flowdesk: {sentence}\n".encode("utf-8", "backslashreplace"))

    def _opened(self) -> IO[bytes]:
        """The log, opened when it is first needed, unbuffered as others write to it too."""
        if self._file is None:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._log.open("ab", buffering=0)
        return self._file


@cache
def _bounds() -> tuple[str, ...]:
    """What keeps a notifier to its time also when this process is killed: `timeout`, where there is one."""
    timeout = shutil.which("timeout")
    return (timeout, "-s", "KILL", f"{LIMIT + 1:g}") if timeout else ()


def _ending(code: int) -> str:
    number = -code if code < 0 else code - _BY_SIGNAL
    if number in {known.value for known in signal.Signals}:
        return f"was killed by {signal.Signals(number).name}"
    if code == _NOT_FOUND:
        return "is not there"
    return f"ended with exit code {code}"
