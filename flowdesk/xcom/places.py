"""Where stored files lie: the folder of the home, another one, or any place that fsspec has a word for."""

from __future__ import annotations

from flowdesk.xcom.files import PIECE, FileLost, Files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from flowdesk.xcom.files import Writer
    from flowdesk.xcom.stored import Stored


def files_at(root: str | Path, at: str | None) -> Files:
    """The files of a place: `at` as a reference says it, `root` being the folder of the home."""
    if at is None:
        return Files(root)
    if at.startswith("file://"):
        from urllib.parse import unquote

        return Files(unquote(at[len("file://") :]), at=at)
    if "://" not in at:
        return Files(at, at=at)
    from flowdesk.xcom.remote import RemoteFiles

    return RemoteFiles(root, at)


class Places:
    """All stored files, each found where its reference says. `root` is the folder of the home.

    `at` is where new ones go, if elsewhere; nothing is imported for a place before it is needed.
    """

    def __init__(self, root: str | Path, at: str | None = None) -> None:
        self._root = root
        self._at = at
        self._known: dict[str | None, Files] = {}

    def of(self, stored: Stored) -> Files:
        """The files of the place where one lies.

        Raises:
            Unkept: what opens that place is not installed.
        """
        return self._files(stored.at)

    def keep(self, write: Writer, form: str, *, name: str | None = None, limit: int | None = None) -> Stored:
        """Store a new file; see `Files.keep`."""
        return self._files(self._at).keep(write, form, name=name, limit=limit)

    def _files(self, at: str | None) -> Files:
        if at not in self._known:
            self._known[at] = files_at(self._root, at)
        return self._known[at]

    def path(self, stored: Stored) -> Path:
        """Where a file lies on this machine, for reading only; what is elsewhere is fetched.

        Raises:
            FileLost: it is not there.
        """
        return self.of(stored).path(stored)

    def open(self, stored: Stored) -> IO[bytes]:
        """A file, open for reading.

        Raises:
            FileLost: it is not there, or cannot be read.
        """
        return self.of(stored).open(stored)

    def read(self, stored: Stored) -> bytes:
        """All bytes of a file.

        Raises:
            FileLost: as `open`.
        """
        return self.of(stored).read(stored)

    def value(self, stored: Stored) -> object:
        """The value as a whole, see `flowdesk.xcom.whole`."""
        from flowdesk.xcom.whole import whole

        return whole(stored, self)

    def verify(self, stored: Stored) -> str | None:
        """What is wrong with a file, or None: it is there and what it was."""
        from hashlib import sha256

        found, size = sha256(), 0
        try:
            with self.open(stored) as file:
                while data := file.read(PIECE):
                    found.update(data)
                    size += len(data)
        except (FileLost, OSError) as error:
            return str(error)
        if found.hexdigest() == stored.sha256:
            return None
        return f"the stored file {stored.sha256[:12]}… has changed: it has {size:,} bytes of another hash"
