"""Starts the process of a shell task.

`os.posix_spawn` rather than `subprocess`: it is there at once (subprocess takes longer to import than a
shell to start), and puts the process into its own group on Python 3.9 too.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from functools import lru_cache

from flowdesk.executors.worker.core import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.plain_command import PlainCommand

SHELLS = ("/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash", "/bin/sh")

DEFAULT_SIGNALS = (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGTERM, signal.SIGINT)
"""Python ignores SIGPIPE, and what is ignored is inherited: `yes | head` would not end."""


class NotStarted(Exception):
    """The process could not be started."""


def spawn(job: Job, variables: Callable[[], Mapping[bytes, bytes]], stdout: int, stderr: int) -> int:
    """Start the task's process in the current directory, with nothing on stdin; give its pid.

    Raises:
        NotStarted: in one sentence.
    """
    argv = _argv(job)
    environment: Mapping[bytes, bytes] = {}
    try:
        environment = variables()
        is_bash = job.kind == "bash" and argv[0].endswith("bash")
        plain = _plain(job.code[0], environment) if is_bash else None
        if plain is not None:
            with suppress(OSError):  # a script without its program, say: what to do then is bash's to know
                return _spawned(*plain, stdout, stderr)
        program = _find(argv[0], os.fsdecode(environment.get(b"PATH", os.fsencode(os.defpath))))
        return _spawned(program, argv, environment, stdout, stderr)
    except (OSError, ValueError) as error:
        raise NotStarted(_why(error, argv, environment)) from error


def _plain(text: str, environment: Mapping[bytes, bytes]) -> PlainCommand | None:
    from flowdesk.executors.worker.plain_command import plain_command

    return plain_command(text, environment)


def _spawned(
    program: str, argv: list[str], environment: Mapping[bytes, bytes], stdout: int, stderr: int
) -> int:
    return os.posix_spawn(
        program,
        argv,
        environment,
        setpgroup=0,
        setsigdef=DEFAULT_SIGNALS,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, stdout, 1),
            (os.POSIX_SPAWN_DUP2, stderr, 2),
        ],
    )


def _argv(job: Job) -> list[str]:
    if job.kind == "command":
        return job.code
    return [_shell(), "-c", job.code[0]]


@lru_cache
def _shell() -> str:
    return next(shell for shell in SHELLS if os.path.exists(shell))  # noqa: PTH110 - pathlib is slow to import


def _find(program: str, path: str) -> str:
    """The program's path, looked for in the task's own PATH."""
    if "/" in program:
        return program
    for folder in path.split(os.pathsep):
        found = os.path.join(folder or ".", program)  # noqa: PTH118 - pathlib is slow to import
        if os.path.isfile(found) and os.access(found, os.X_OK):  # noqa: PTH113 - pathlib is slow to import
            return found
    raise NotStarted(f"command not found: {program}")


def _why(error: Exception, argv: list[str], environment: Mapping[bytes, bytes]) -> str:
    program, number = argv[0], getattr(error, "errno", None)
    if number == errno.E2BIG:
        return _too_large(argv, environment)
    if number == errno.ENOEXEC:
        return f"{program} is not a program, nor a script with a #! line"
    if number == errno.ENOENT:
        return f"command not found: {program}"
    if isinstance(error, UnicodeError):
        return f"an argument or a variable of the environment is no text that a process can be given: {error}"
    if isinstance(error, ValueError):
        return f"an argument or a variable of the environment cannot be given to a process: {error}"
    return f"{program}: {getattr(error, 'strerror', None) or error}"


def _too_large(argv: list[str], environment: Mapping[bytes, bytes]) -> str:
    largest = max(environment.items(), key=lambda item: len(item[1]), default=(b"", b""))
    argument = max(argv, key=len)
    if len(os.fsencode(argument)) > len(largest[1]):
        return (
            f"the command is too long for a process: {len(os.fsencode(argument))} bytes; put it into a file"
        )
    name, size = os.fsdecode(largest[0]), len(largest[1])
    return f"the environment is too large for a process: ${name} alone has {size} bytes"
