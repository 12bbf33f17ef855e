"""Stored files in a place of fsspec's: an object store, a server, another machine's folder.

A file is written whole on this machine first, as only then its hash, and so its name, is known; then it is
sent. An object store shows an object when it is complete; anywhere else it is sent under a passing name,
looked at, and renamed. What is wanted as a path or a memory map is fetched into a folder among the home's
stored files.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any
from uuid import uuid4

from flowdesk.xcom.files import FETCHED, FORGOTTEN_AFTER, WRITING, FileLost, Files, Swept, Unkept, place
from flowdesk.xcom.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from flowdesk.xcom.files import Writer

_USER = re.compile(r"(?<=://)[^/?#]*@")

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "oci", "r2", "hf"})
"""Protocols by which an object is there as a whole or not at all, and renaming means to copy."""


class RemoteFiles(Files):
    """The stored files under a URL. `root` is the home's folder, for what passes through this machine.

    Raises:
        Unkept: fsspec, or what it needs for this URL, is not installed.
    """

    def __init__(self, root: str | Path, at: str) -> None:
        super().__init__(root, at=at)
        self.url = at.rstrip("/")
        self._shown = _USER.sub("***@", self.url)
        if at.startswith("memory:"):
            raise Unkept(
                f"values cannot be kept at {at}: they would be gone with the process that wrote them"
            )
        self._is_object_store = at.partition("://")[0] in OBJECT_STORES
        try:
            from fsspec.core import url_to_fs

            self._system, self._base = url_to_fs(self.url)
        except (ImportError, ValueError) as error:
            raise Unkept(
                f"values cannot be kept at {self._told(error)}; install flowdesk[remote], "
                "or what fsspec needs for this place"
            ) from None

    def path(self, stored: Stored) -> Path:
        """Where a copy of a stored file lies on this machine, for reading only; fetched once.

        Raises:
            FileLost: it is not there, or cannot be fetched.
        """
        fetched = place(self.root / FETCHED, stored.sha256)
        if not fetched.exists():
            passing = fetched.with_name(uuid4().hex)
            try:
                fetched.parent.mkdir(parents=True, exist_ok=True)
                self._system.get_file(self._place(stored.sha256), str(passing))
                passing.rename(fetched)
            except Exception as error:
                with suppress(OSError):
                    passing.unlink()
                raise self._lost(error) from error
        os.utime(fetched)
        return fetched

    def open(self, stored: Stored) -> IO[bytes]:
        """A stored file, open for reading from where it is.

        Raises:
            FileLost: it is not there, or cannot be read.
        """
        try:
            return self._system.open(self._place(stored.sha256), "rb")  # type: ignore[no-any-return]  # fsspec's file
        except Exception as error:
            raise self._lost(error) from error

    def keep(self, write: Writer, form: str, *, name: str | None = None, limit: int | None = None) -> Stored:
        """Store what `write` writes; see `Files.keep`."""
        with self.spooled(write, limit) as (path, written, about):
            try:
                self._send(path, written.sha256, written.size)
            except Exception as error:
                raise Unkept(f"the value cannot be stored in {self._told(error)}") from error
        return Stored(written.sha256, written.size, form, name, about, self.at)

    def sweep(self, texts: Iterable[str], *, before: float | None = None) -> Swept:
        """Remove what none of these values refers to; see `Files.sweep`."""
        named = self.named_by(texts)
        before = time.time() - FORGOTTEN_AFTER if before is None else before
        count = size = 0
        for path, info in self._system.find(self._base, detail=True).items():
            sha256 = "".join(path.rsplit("/", 2)[1:])
            if sha256 not in named and self._system.modified(path).timestamp() < before:
                self._system.rm_file(path)
                count, size = count + 1, size + int(info["size"])
        return Swept(count, size)

    def _place(self, sha256: str) -> str:
        return f"{self._base}/{sha256[:2]}/{sha256[2:]}"

    def _send(self, path: Path, sha256: str, size: int) -> None:
        final = self._place(sha256)
        self._system.invalidate_cache()
        if self._system.exists(final) and self._size(final) == size:
            return
        if self._is_object_store:
            self._system.put_file(str(path), final)
            return
        passing = f"{self._base}/{WRITING}/{uuid4().hex}"
        try:
            for needed in (passing, final):
                self._system.makedirs(needed.rpartition("/")[0], exist_ok=True)
            self._system.put_file(str(path), passing)
            if self._size(passing) != size:
                raise OSError(f"only {self._size(passing):,} of {size:,} bytes have arrived")
            self._system.mv(passing, final)
        finally:
            with suppress(Exception):  # it has been renamed, or the place cannot be reached at all
                self._system.rm_file(passing)

    def _size(self, path: str) -> Any:  # noqa: ANN401 - what fsspec says
        self._system.invalidate_cache()
        return self._system.info(path)["size"]

    def _lost(self, error: Exception) -> FileLost:
        return FileLost(f"the stored file of this value cannot be fetched from {self._told(error)}")

    def _told(self, error: Exception) -> str:
        """The place and what is wrong with it, without the name and password that the URL may have."""
        user = _USER.search(self.url)
        said = str(error) if user is None else str(error).replace(user[0], "***@")
        return f"{self._shown}: {said}"
