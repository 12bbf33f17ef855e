"""The folder of stored files, each under its SHA-256: equal ones lie there once, and nothing changes.

A file is written under a name of its own, its hash taken on the way, flushed to the disk and then renamed to
`ab/cdef…`; so there is either a whole file of that hash or none. It is made read-only, and no task is given
its path to write to: one that wants a path gets a copy.

A file that no row of a store names is rubbish, and `sweep` removes it. A writer holds a shared lock while it
renames its file, onto an equal one too, the sweeper an exclusive one while it looks how old a file is and
removes it: so none is removed that is just being named again.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from pathlib import Path

from flowdesk.records import NamedTuple
from flowdesk.xcom.faults import FileLost as FileLost  # noqa: PLC0414 - it is had from here, too
from flowdesk.xcom.faults import Unkept as Unkept  # noqa: PLC0414 - as above
from flowdesk.xcom.stored import Stored, references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO, Any

PIECE = 1 << 20
"""How many bytes are read and written at once."""

WRITING, FETCHED, COPIES, LOCK = ".writing", ".fetched", ".copies", ".lock"
_OURS = (WRITING, FETCHED, COPIES)
"""The folders in which something is left behind where a process is killed."""

FORGOTTEN_AFTER = 24 * 3600.0
"""Seconds after which nobody goes on with what is half written, or writes the row that names a file."""


class Writing:
    """A file that is being written: bytes go in, their hash and their number come out."""

    closed = False

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        from hashlib import sha256  # takes longer to import than all of this

        self._hash = sha256()
        self.size = 0

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Write bytes, or whatever shows its memory as bytes."""
        view = memoryview(data).cast("B")
        self._hash.update(view)
        self._file.write(view)
        self.size += len(view)
        return len(view)

    def tell(self) -> int:
        """How many bytes there are so far."""
        return self.size

    def flush(self) -> None:
        """Do nothing: what counts is the end."""

    @property
    def sha256(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()


Writer = Callable[[Writing], "dict[str, Any]"]
"""Writes a file's content; returns what there is to say `about` it."""


class Swept(NamedTuple):
    """How many files were removed, and their bytes."""

    files: int
    size: int


class Files:
    """The stored files in a folder, which is made when the first one is written.

    `at`: what a reference says of the place, where it is not the folder of the home.
    """

    def __init__(self, root: str | Path, *, at: str | None = None) -> None:
        self.root = Path(root)
        self.at = at

    def path(self, stored: Stored) -> Path:
        """Where a stored file lies, for reading only.

        Raises:
            FileLost: it is not there, or has another size than it had.
        """
        path = place(self.root, stored.sha256)
        try:
            size = path.stat().st_size
        except OSError as error:
            raise FileLost(f"the stored file of this value is gone: {path}") from error
        if size != stored.size:
            raise FileLost(
                f"the stored file of this value is damaged: {path} has {size:,} of its {stored.size:,} bytes"
            )
        return path

    def open(self, stored: Stored) -> IO[bytes]:
        """A stored file, open for reading.

        Raises:
            FileLost: it is not there, or cannot be read.
        """
        try:
            return self.path(stored).open("rb")
        except OSError as error:
            raise FileLost(f"the stored file of this value cannot be read: {error}") from error

    def read(self, stored: Stored) -> bytes:
        """All bytes of a stored file.

        Raises:
            FileLost: as `open`.
        """
        with self.open(stored) as file:
            return file.read()

    def keep(self, write: Writer, form: str, *, name: str | None = None, limit: int | None = None) -> Stored:
        """Store what `write` writes.

        Raises:
            Unkept: it has more than `limit` bytes, or cannot be written. Nothing of it is left.
        """
        with self.spooled(write, limit) as (path, written, about):
            try:
                self._take(path, written.sha256)
            except OSError as error:
                raise unkept(self.root, error) from error
        return Stored(written.sha256, written.size, form, name, about, self.at)

    @contextmanager
    def spooled(self, write: Writer, limit: int | None) -> Iterator[tuple[Path, Writing, dict[str, Any]]]:
        """What `write` writes as a file under a passing name, whole and on the disk."""
        path = self.root / WRITING / os.urandom(16).hex()
        try:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                file = path.open("xb")
            except OSError as error:
                raise unkept(self.root, error) from error
            with file:
                written = Writing(file)
                try:
                    about = write(written)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError as error:
                    raise unkept(self.root, error) from error
            check_size(written.size, limit)
            yield path, written, about
        finally:
            with suppress(OSError):
                path.unlink()

    def sweep(self, texts: Iterable[str], *, before: float | None = None) -> Swept:
        """Remove the files that none of these values' texts refers to, and what dead processes left.

        What was written at `before` (seconds since the epoch; a day ago where it is None) or later stays: its
        row may be about to be written.
        """
        named = self.named_by(texts)
        before = time.time() - FORGOTTEN_AFTER if before is None else before
        count = size = 0
        for file in self._all():
            if file.parent.name + file.name not in named and (gone := self._remove(file, before)) is not None:
                count, size = count + 1, size + gone
        for folder in _OURS:
            self._clear(self.root / folder)
        return Swept(count, size)

    def named_by(self, texts: Iterable[str]) -> set[str]:
        """The hashes of the files that values need, those in stored files included."""
        named: set[str] = set()
        for text in texts:
            for one in references(text):
                if one.sha256 not in named:
                    named.add(one.sha256)
                    if one.about.get("holds") and one.at == self.at:
                        with suppress(FileLost), self.open(one) as file:
                            named |= self.named_by([file.read().decode("utf-8", "replace")])
        return named

    def value(self, stored: Stored) -> object:
        """A stored value as a whole; see `flowdesk.xcom.whole`."""
        from flowdesk.xcom.whole import whole

        return whole(stored, self)

    def _take(self, path: Path, sha256: str) -> None:
        final = place(self.root, sha256)
        with self._locked(fcntl.LOCK_SH):
            final.parent.mkdir(exist_ok=True)
            path.chmod(path.stat().st_mode & 0o444)
            try:
                path.rename(final)  # also onto an equal one: that is marked as new by it, and whole again
            except PermissionError:  # another user's
                if not final.exists():
                    raise
                return
        for folder in (final.parent, self.root):
            sync_folder(folder)

    def _all(self) -> Iterator[Path]:
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(folder.iterdir())

    def _remove(self, file: Path, before: float) -> int | None:
        with self._locked(fcntl.LOCK_EX), suppress(FileNotFoundError):
            found = file.stat()
            if found.st_mtime < before:
                file.unlink()
                return found.st_size
        return None

    def _clear(self, folder: Path) -> None:
        from shutil import rmtree

        for one in folder.glob("*"):
            with suppress(FileNotFoundError):
                if one.stat().st_mtime < time.time() - FORGOTTEN_AFTER:
                    rmtree(one, ignore_errors=True) if one.is_dir() else one.unlink()

    @contextmanager
    def _locked(self, how: int) -> Iterator[None]:
        descriptor = os.open(self.root / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(descriptor, how)
            yield
        finally:
            os.close(descriptor)


def place(root: Path, sha256: str) -> Path:
    """The path of a hash."""
    return root / sha256[:2] / sha256[2:]


def check_size(size: int, limit: int | None) -> None:
    """See that a value is not larger than it may be.

    Raises:
        Unkept: it is; both sizes are named.
    """
    if limit is not None and size > limit:
        raise Unkept(f"{size:,} bytes, more than its max_bytes = {limit:,}")


def unkept(where: object, error: Exception) -> Unkept:
    """What to say where a value cannot be written."""
    return Unkept(f"the value cannot be stored in {where}: {getattr(error, 'strerror', None) or error}")


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
