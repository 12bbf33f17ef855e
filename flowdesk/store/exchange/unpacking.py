"""Reading an archive that anybody may have made: nothing of it is believed before it is verified."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from flowdesk.errors import UsageError
from flowdesk.store.exchange.packing import FORMAT, MANIFEST, PIECE, VERSION
from flowdesk.store.exchange.records import Misshapen, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zipfile import ZipInfo

    from flowdesk.store.exchange.records import Fields

LARGEST_MANIFEST = 1 << 26
LONGEST_LINE = 1 << 24
"""Bytes of a row; the largest have a value of 64 KiB."""

SUSPICIOUS = 1 << 24
TIMES = 300
"""What is larger than this, and packed more than so many times smaller, is no run: its rows and logs are not
that much alike. It is there to fill a disk."""

ENCRYPTED = 1
_NAME = re.compile(
    r"runs/\d{1,6}/(run\.json|plan\.json|source\.toml|logs/\d{1,9}\.log"
    r"|(tasks|tries|values|edits|pulls|events|requests)\.jsonl)|values/[0-9a-f]{64}"
)


class ArchiveRefused(UsageError):
    """The file is not an exported run that can be imported."""


class Archive:
    """An exported run, opened. Nothing is unpacked by the names in it.

    Raises:
        ArchiveRefused: it is none, damaged, of a newer version, or made to do harm.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = ZipFile(path)
        except OSError as error:
            raise ArchiveRefused(f"{path} cannot be read ({error.strerror or error})") from error
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise ArchiveRefused(f"{path} is no exported run ({error})") from error
        try:
            self._infos = self._named()
            self.manifest = self._read_manifest()
            self._check_files()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def runs(self) -> list[str]:
        """The ids of the runs in it; those after the first are tasks of the ones before."""
        return list(self.manifest["runs"])

    @property
    def size(self) -> int:
        """How many bytes all of it takes, unpacked."""
        return sum(info.file_size for info in self._infos.values())

    @property
    def values(self) -> list[str]:
        """The hashes of the large values in it."""
        return [name.removeprefix("values/") for name in self._files() if name.startswith("values/")]

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return name in self._files()

    def verify(self) -> None:
        """See that every file is what the manifest says.

        Raises:
            ArchiveRefused: one is not.
        """
        for name, about in self._files().items():
            found = hashlib.sha256()
            with self.open(name) as file:
                while data := file.read(PIECE):
                    found.update(data)
            is_named_so = not name.startswith("values/") or name == f"values/{about['sha256']}"
            if found.hexdigest() != about["sha256"] or not is_named_so:
                raise self.damaged(f"{name} is not what it was")

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file of it for reading.

        Raises:
            ArchiveRefused: there is none of the name, or what is read is damaged.
        """
        if name not in self._infos:
            raise self.damaged(f"{name} is missing")
        try:
            with self._entry(name) as file:
                yield file
        except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
            raise self.damaged(f"{name}: {error}") from error

    def _entry(self, name: str) -> IO[bytes]:
        try:
            return self._zip.open(self._infos[name])
        except OSError as error:  # a place before the file's beginning
            raise BadZipFile(str(error)) from error

    def text(self, name: str) -> str:
        """A file of it as text.

        Raises:
            ArchiveRefused: as `open`, or it is none.
        """
        with self.open(name) as file:
            try:
                return file.read().decode("utf-8")
            except UnicodeDecodeError as error:
                raise self.damaged(f"{name} is no text") from error

    def row(self, name: str, fields: Fields) -> dict[str, Any]:
        """The one row of a file, checked.

        Raises:
            ArchiveRefused: as `text`, or a field is not what it should be.
        """
        return self._row(name, self.text(name).encode(), fields)

    def rows(self, name: str, fields: Fields) -> Iterator[dict[str, Any]]:
        """The rows of a file, each checked.

        Raises:
            ArchiveRefused: as `row`.
        """
        with self.open(name) as file:
            while line := file.readline(LONGEST_LINE):
                yield self._row(name, line, fields)

    def damaged(self, how: str) -> ArchiveRefused:
        """The sentence about an archive that is not as it was written."""
        return ArchiveRefused(f"{self.path} is damaged: {how}; nothing was imported")

    def _files(self) -> dict[str, Any]:
        files: dict[str, Any] = self.manifest["files"]
        return files

    def _row(self, name: str, line: bytes, fields: Fields) -> dict[str, Any]:
        try:
            return read(fields, json.loads(line))
        except Misshapen as error:
            raise self.damaged(f"in {name}, {error}") from None
        except (ValueError, RecursionError):
            raise self.damaged(f"a line of {name} cannot be read") from None

    def _named(self) -> dict[str, ZipInfo]:
        infos = {info.filename: info for info in self._zip.infolist()}
        if len(infos) != len(self._zip.infolist()):
            raise self.damaged("two of its files have one name")
        if MANIFEST not in infos or infos[MANIFEST].file_size > LARGEST_MANIFEST:
            raise ArchiveRefused(f"{self.path} is no exported run (it has no {MANIFEST})")
        return infos

    def _read_manifest(self) -> dict[str, Any]:
        try:
            found = json.loads(self.text(MANIFEST))
        except (ValueError, RecursionError):
            raise self.damaged(f"{MANIFEST} cannot be read") from None
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise ArchiveRefused(f"{self.path} is no exported run (its {MANIFEST} says nothing of one)")
        version = found.get("version")
        if version != VERSION:
            raise ArchiveRefused(
                f"{self.path} is an exported run of version {version!r}, and this flowdesk reads version "
                f"{VERSION}: import it with the flowdesk that wrote it, or a newer one"
            )
        runs, files = found.get("runs"), found.get("files")
        if not (isinstance(runs, list) and runs and all(isinstance(run, str) for run in runs)):
            raise self.damaged(f"{MANIFEST} names no runs")
        if not isinstance(files, dict) or {*files, MANIFEST} != self._infos.keys():
            raise self.damaged(f"{MANIFEST} does not name the files that are there")
        return found

    def _check_files(self) -> None:
        for name, about in self._files().items():
            info = self._infos[name]
            if not _NAME.fullmatch(name):
                raise ArchiveRefused(
                    f"{self.path} has a file {name!r}, which no export has; nothing was imported"
                )
            if not isinstance(about, dict) or about.get("size") != info.file_size:
                raise self.damaged(f"{name} has not the size that {MANIFEST} says")
            if info.flag_bits & ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise ArchiveRefused(f"{self.path} is packed as no export is; nothing was imported")
            if info.file_size > SUSPICIOUS and info.file_size > TIMES * info.compress_size:
                raise ArchiveRefused(
                    f"{self.path} has a file of {info.file_size:,} bytes packed into {info.compress_size:,}, "
                    "which no export has; nothing was imported"
                )
