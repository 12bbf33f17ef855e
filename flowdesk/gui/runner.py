"""Starts `flowdesk run`, and what takes a run up, as a process of its own, which outlives the window.

The window does not own the run: it only picks the run's id, so that it can follow the run in the
store. What the process prints goes to a file, because a process that ends before its run is in the
store (a store that cannot be written, a file that broke this instant) has said why only there. The
file has no name by the time the run begins: it is gone with the last of the two that hold it open,
however they end.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from flowdesk.store.address import VARIABLE, url_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHELL = "/bin/sh"
# Only the form of `startDetached` that cannot redirect tells the process id (PySide6 6.12), so the
# shell redirects and then becomes the process: the id stays.
REDIRECT = 'exec <"$1" >/dev/null 2>"$0"; rm -f "$0"; [ "$1" = /dev/null ] || rm -f "$1"; shift; exec "$@"'
LOOK = 150  # milliseconds between looks at whether the process lives


class Runner(QObject):
    """Starts runs; `ended` tells that a started process is no more, whatever became of its run."""

    ended = Signal(str, str)  # run id, what it wrote to its standard error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._started: dict[int, tuple[str, IO[bytes]]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self, run_id: str, arguments: Sequence[str], file: Path, *, given: str = "") -> bool:
        """Start `flowdesk` with these arguments to work on a run; whether a process could be started.

        It begins in the folder of the pipeline's `file`, which may be gone, and uses the store of the file.
        What is `given` it reads from its standard input: a file that nobody else may read, gone at once.
        """
        handle, name = tempfile.mkstemp(prefix="flowdesk-", suffix=".txt")
        said = os.fdopen(handle, "rb")
        # -P: a module beside the pipeline must not stand in for one of ours.
        command = [sys.executable, "-P", "-m", "flowdesk", *arguments]
        folder = file.parent if file.parent.is_dir() else Path.home()
        source = _kept(given) if given else os.devnull
        with _store_told(url_for(file)):
            started, pid = QProcess.startDetached(
                SHELL, ["-c", REDIRECT, name, source, *command], str(folder)
            )
        if started:
            self._started[pid] = (run_id, said)
            self._timer.start()
        else:
            said.close()
            Path(name).unlink(missing_ok=True)
            if given:
                Path(source).unlink(missing_ok=True)
        return started

    def close(self) -> None:
        """Look no more; what was started goes on."""
        self._timer.stop()
        for _, said in self._started.values():
            said.close()
        self._started.clear()

    @Slot()
    def _on_timer_timeout(self) -> None:
        for pid, (run_id, said) in list(self._started.items()):
            if not _lives(pid):
                del self._started[pid]
                with said:
                    text = said.read().decode("utf-8", "replace")
                self.ended.emit(run_id, text.strip())
        if not self._started:
            self._timer.stop()


@contextmanager
def _store_told(url: str | None) -> Iterator[None]:
    """Tell what is started which store is meant, by its environment: a command line is for all to read."""
    before = os.environ.get(VARIABLE)
    if url is not None:
        os.environ[VARIABLE] = url
    try:
        yield
    finally:
        if before is not None:
            os.environ[VARIABLE] = before
        else:
            os.environ.pop(VARIABLE, None)


def _kept(given: str) -> str:
    """The path of a file, for nobody else to read, with what is given."""
    handle, name = tempfile.mkstemp(prefix="flowdesk-", suffix=".json")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(given)
    return name


def run_arguments(path: Path, run_id: str, asked: Sequence[str] = ()) -> list[str]:
    """What `flowdesk` is called with to run the pipeline at `path`, `asked` being further options."""
    return ["run", "--quiet", "--run-id", run_id, *asked, "--", str(path)]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        # In a container nobody may collect a dead process; it then stays as a zombie, which a signal reaches.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except (FileNotFoundError, PermissionError):
        return not Path("/proc/self").exists()
