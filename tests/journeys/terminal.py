"""flowdesk as a user starts it in a terminal: a process of its own, in a folder with files."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

COMMAND = (sys.executable, "-m", "flowdesk")
PATIENCE = 30.0


class Told(NamedTuple):
    """What a process printed and how it ended."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs flowdesk in a folder. A name given to `write` is a file there."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self._started: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End what a failed test has left."""
        for process in self._started:
            if process.poll() is None:
                process.terminate()
                process.send_signal(signal.SIGCONT)  # it may be stopped, and would not hear
            for stream in (process.stdout, process.stderr):
                if stream is not None and not stream.closed:
                    stream.close()
            process.wait(timeout=PATIENCE)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file."""
        file = self.folder / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def run(self, *arguments: str, **environment: str) -> Told:
        """Run flowdesk to its end."""
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=PATIENCE)
        return Told(process.returncode, out, err)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start flowdesk and let it go on."""
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def in_a_tty(
        self,
        *arguments: str,
        columns: int = 80,
        act: Callable[[int, str], None] | None = None,
        typed: Sequence[tuple[str, str]] = (),
    ) -> Told:
        """Run flowdesk in a terminal of 24 lines; `act(pid, seen so far)` is called whenever it prints.

        `typed`: each text is typed as a line once what stands before it has been printed after the last one.
        """
        left, after = list(typed), 0
        pid, master = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.environ.update(COLUMNS=str(columns), LINES="24", TERM="xterm-256color")
            os.execv(COMMAND[0], [*COMMAND, *arguments])  # noqa: S606 - the argv is the test's
        seen = b""
        try:
            while chunk := _read(master):
                seen += chunk
                if act:
                    act(pid, seen.decode("utf-8", "replace"))
                if left and (found := seen.find(left[0][0].encode(), after)) >= 0:
                    os.write(master, f"{left[0][1]}\n".encode())
                    after = found + len(left.pop(0)[0])
        finally:
            os.close(master)  # hangs up, should it still be there
            _, status = os.waitpid(pid, 0)
        return Told(os.waitstatus_to_exitcode(status), seen.decode("utf-8", "replace"), "")

    # Any: what JSON holds
    def json(self, *arguments: str) -> list[dict[str, Any]]:
        """Run a command that prints a JSON array."""
        told = self.run(*arguments, "--json")
        assert told.code == 0, told.err
        found: list[dict[str, Any]] = json.loads(told.out)
        return found


def wait_for_event(process: subprocess.Popen[str], kind: str) -> dict[str, Any]:
    """Read the events that `run --json` prints up to one of that kind."""
    assert process.stdout is not None
    for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        if event["kind"] == kind:
            return event
    raise AssertionError(f"no {kind} came: {process.stderr and process.stderr.read()}")


def is_alive(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def interrupt(process: subprocess.Popen[str], number: signal.Signals = signal.SIGINT) -> Told:
    """Send a signal to flowdesk's process alone and await its end."""
    process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE)
    return Told(process.returncode, out, err)


def _read(master: int) -> bytes:
    """Read what a terminal shows next; nothing once its last process is gone."""
    ready, _, _ = select.select([master], [], [], PATIENCE)
    assert ready, "nothing came from the terminal"
    try:
        return os.read(master, 1 << 16)
    except OSError:  # Linux says EIO when the other side is closed
        return b""
