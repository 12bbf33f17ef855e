"""A child process in a session of its own, started without `subprocess`, which takes 5 ms to import.

What is left of `subprocess.Popen` is what a worker's owner asks of it. Where the C library cannot begin a
session by itself, it is `Popen`. Descriptors that were inherited are not closed: the child does that.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    import subprocess
    from collections.abc import Collection, Mapping
else:
    import _signal as signal  # without the enums

_RESTORED = signal.SIGPIPE, signal.SIGXFSZ
"""The signals that Python ignores, and what it starts shall not."""


class Child:
    """A child by its process id. `returncode` is negative where a signal ended it; None before the end."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The return code, if it has ended."""
        return self._waited(os.WNOHANG)

    def wait(self) -> int:
        """Wait for its end; give the return code."""
        return self._waited(0) or 0

    def _waited(self, options: int) -> int | None:
        if self.returncode is None:
            try:
                gone, status = os.waitpid(self.pid, options)
            except ChildProcessError:  # somebody else has waited for it
                self.returncode = 0
            else:
                self.returncode = os.waitstatus_to_exitcode(status) if gone else None
        return self.returncode


def start(
    argv: list[str], env: Mapping[str, str], *, kept: Collection[int], stderr: int = 2
) -> Child | subprocess.Popen[bytes]:
    """Start a program with nothing on stdin, stdout thrown away, and these descriptors `kept` open.

    Raises:
        OSError: it cannot be started.
    """
    for descriptor in kept:
        os.set_inheritable(descriptor, True)  # noqa: FBT003 - the os module takes it by position
    try:
        return Child(
            os.posix_spawn(
                argv[0],
                argv,
                env,
                setsid=True,
                setsigdef=_RESTORED,
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                    (os.POSIX_SPAWN_DUP2, stderr, 2),
                ],
            )
        )
    except NotImplementedError:
        import subprocess

        null = subprocess.DEVNULL
        return subprocess.Popen(  # noqa: S603 - the argv is the caller's
            argv, env=env, stdin=null, stdout=null, stderr=stderr, pass_fds=kept, start_new_session=True
        )
