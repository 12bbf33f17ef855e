"""What a worker has in the folder for temporary files, and how it is cleared away.

Everything is named after the file that `$FLOWDESK_PUSH` tells of, so that whoever knows that one finds
the rest: the warden, when its runner has died, and the executor, when the warden has. A task that runs a
pipeline has workers below it; whoever ends those, wardens and all, finds them by their environment.
"""

from __future__ import annotations

import os
from contextlib import suppress

from flowdesk.executors.talk import MARK
from flowdesk.executors.worker.push_file import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def fresh_folder(pushes: str) -> str:
    """Make the folder that a task with `cwd = "temp"` runs in; give its path. `pushes`: the file's.

    Raises:
        OSError: it cannot be made.
    """
    folder = _folder(pushes)
    _remove_folder(folder)  # a process that outlived its task may have kept on writing
    os.mkdir(folder, 0o700)  # noqa: PTH102 - pathlib is slow to import
    return folder


def clear(pushes: str) -> None:
    """Remove the file and the folder, whatever a task has made of them."""
    with suppress(OSError):  # a task may remove it, or put a directory in its place
        os.unlink(pushes)  # noqa: PTH108 - pathlib is slow to import
    _remove_folder(_folder(pushes))


def of_other_workers(pids: Iterable[int]) -> set[str]:
    """The files of the workers that processes belong to, but for the one that this process belongs to."""
    return {pushes for pid in pids if (pushes := _of_other_worker(pid)) is not None}


def _of_other_worker(pid: int) -> str | None:
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:  # noqa: PTH123 - pathlib is slow to import
            pairs = [entry.partition(b"=") for entry in file.read().split(b"\0")]
    except OSError:  # gone, somebody else's, or no Linux
        return None
    environment = {name: os.fsdecode(text) for name, _, text in pairs}
    mark = environment.get(MARK.encode(), "")
    if not mark.isalnum() or mark == os.environ.get(MARK):
        return None
    return path_of(mark, temporary=environment.get(b"TMPDIR") or "/tmp")  # noqa: S108 - as in `path_of`


def _folder(pushes: str) -> str:
    return f"{pushes}-cwd"


def _remove_folder(folder: str) -> None:
    if not os.path.lexists(folder):
        return
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    if os.path.lexists(folder):  # there may be folders in it that nobody may write to
        with suppress(OSError):
            for path, _, _ in os.walk(folder):
                os.chmod(path, 0o700)  # noqa: PTH101 - pathlib is slow to import
        shutil.rmtree(folder, ignore_errors=True)
