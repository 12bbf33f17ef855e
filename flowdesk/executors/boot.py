"""How a worker process comes to life: flowdesk loaded by its path, under whichever interpreter.

The interpreter need not have flowdesk installed, and the folder that flowdesk lies in never gets on
`sys.path`: whatever else is there would otherwise be importable from a user's task. An interpreter that
is not our own is not told of the places where ours finds modules either.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress

from flowdesk.executors.child import start
from flowdesk.executors.talk import MARK
from flowdesk.xcom.passwords import hide

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from typing import IO

    from flowdesk.executors.child import Child

    Booted = tuple[Child | subprocess.Popen[bytes], socket.socket, socket.socket]

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 - pathlib is slow to import

FOR_OURS_ONLY = frozenset(
    {"PYTHONPATH", "PYTHONHOME", "PYTHONEXECUTABLE", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV"}
)
"""Variables that would have another interpreter look for modules where ours does."""

BOOT = """
import sys
if sys.version_info < (3, 9):
    sys.exit("it is Python %d.%d, and a task needs 3.9 or newer" % sys.version_info[:2])
from importlib.machinery import ModuleSpec, SourceFileLoader

path, talk, control = sys.argv[1:]
sys.argv[1:] = []
sys.path[:] = [entry for entry in sys.path if entry]  # -c puts the current directory there
file = path + "/__init__.py"
loader = SourceFileLoader("flowdesk", file)
package = type(sys)("flowdesk")
package.__spec__ = spec = ModuleSpec("flowdesk", loader, origin=file, is_package=True)
package.__file__, package.__path__, package.__loader__ = file, [path], loader
spec.submodule_search_locations.append(path)
sys.modules["flowdesk"] = package
loader.exec_module(package)
del file, loader, package, spec
from flowdesk.executors.worker.warden import main
main(int(talk), int(control))
"""


_ahead: list[tuple[str, Booted]] = []


def at_once(slots: int | None) -> int:
    """How many workers can run at the same moment, of so many that may be there (None: as many as may be)."""
    processors = os.cpu_count() or 1
    return min(slots or processors, processors)


def boot_ahead(many: int) -> None:
    """Start workers of our own interpreter before anybody asks for one: what asks is not imported yet.

    They take about as long to start as the engine itself, and do so beside it. Whoever is refused one here
    is told when a job needs it.
    """
    with suppress(OSError):
        for _ in range(many):
            mark = new_mark()
            _ahead.append((mark, boot(mark)))


def taken_ahead() -> tuple[str, Booted] | None:
    """The mark and all of a worker that was started ahead, and is from now on the caller's."""
    return _ahead.pop(0) if _ahead else None


def new_mark() -> str:
    """What a worker and all that it starts are to be known by."""
    return os.urandom(16).hex()


def boot(mark: str, interpreter: str | None = None, *, complaints: IO[bytes] | None = None) -> Booted:
    """Start a worker; give its process and our ends of its talk and control sockets.

    It is in a session of its own, so that Ctrl-C in the terminal reaches only the engine. What it says
    before its runner is up goes to `complaints`, or to the engine's stderr.

    Raises:
        OSError: the machine has no more processes, or the interpreter is not one.
    """
    talk, their_talk = socket.socketpair()
    control, their_control = socket.socketpair()
    with their_talk, their_control:
        fds = their_talk.fileno(), their_control.fileno()
        try:
            process = start(
                [interpreter or sys.executable, "-c", BOOT, PACKAGE, *map(str, fds)],
                {**_environment(interpreter), MARK: mark},
                kept=fds,
                stderr=2 if complaints is None else complaints.fileno(),
            )
        except OSError as error:
            talk.close()
            control.close()
            if interpreter is None:
                raise
            raise OSError(f"interpreter {interpreter}: {error.strerror}") from error
    return process, talk, control


def _environment(interpreter: str | None) -> dict[str, str]:
    left_out = frozenset() if interpreter is None else FOR_OURS_ONLY
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    hide(environment)
    return environment
