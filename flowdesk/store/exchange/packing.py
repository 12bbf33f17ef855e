"""Writing the archive: file after file, each hashed on its way, and the manifest at the end."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from flowdesk import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = "flowdesk run"
VERSION = 1
MANIFEST = "manifest.json"
PIECE = 1 << 20


class Sum:
    """A file of the archive that is being written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        """Write a piece."""
        self._hash.update(data)
        self.size += len(data)
        self._file.write(data)

    @property
    def sha256(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()


class Packer:
    """Packs files into a zip archive.

    Rows and logs are deflated; values go in as they are, so that
    three gigabytes take seconds and not minutes.
    """

    def __init__(self, out: IO[bytes]) -> None:
        self._zip = ZipFile(out, "w", allowZip64=True)
        self._files: dict[str, dict[str, Any]] = {}

    @contextmanager
    def file(self, name: str, *, deflate: bool = True) -> Iterator[Sum]:
        """Give a file of the archive to write to."""
        info = ZipInfo(name)  # of no time: equal runs make equal files
        info.compress_type = ZIP_DEFLATED if deflate else ZIP_STORED
        info.external_attr = 0o644 << 16
        with self._zip.open(info, "w", force_zip64=True) as file:
            written = Sum(file)
            yield written
        self._files[name] = {"size": written.size, "sha256": written.sha256}

    def has(self, name: str) -> bool:
        """Whether a file of this name is in already."""
        return name in self._files

    def add(self, name: str, data: bytes) -> None:
        """Pack a file that is small."""
        with self.file(name) as file:
            file.write(data)

    def add_rows(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """Pack rows, a line for each."""
        with self.file(name) as file:
            for row in rows:
                file.write(json.dumps(row, separators=(",", ":")).encode("ascii") + b"\n")

    def finish(self, runs: list[str]) -> None:
        """Write the manifest, with the ids of the runs, and close the archive."""
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "written_by": f"flowdesk {__version__}",
            "runs": runs,
            "files": self._files,
        }
        info = ZipInfo(MANIFEST)
        info.compress_type = ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, json.dumps(manifest, indent=1))
        self.close()

    def close(self) -> None:
        """Let go of the archive, whole or not; left open, it would write to `out` when that is closed."""
        self._zip.close()
