"""Directories as stored files: a tar archive that is the same for the same content.

Sorted names, no times, no owners, of modes only whether a file is executable. A manifest with a stored file
for each one was refused: it would keep once what two directories share, and cost a file, a lock and a flush
to the disk for each of a hundred thousand small ones, on every store.
"""

from __future__ import annotations

import os
import tarfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from flowdesk.xcom.files import Unkept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.xcom.files import Writing


def write_folder(folder: Path, written: Writing) -> dict[str, Any]:
    """Write a directory's content as an archive.

    Raises:
        Unkept: there is something in it that is neither file, directory nor link, or it cannot be read.
    """
    files = size = 0
    with tarfile.open(fileobj=written, mode="w|", format=tarfile.PAX_FORMAT) as archive:  # type: ignore[call-overload]  # it has all that is used
        for path in _walk(folder):
            entry = _entry(path, str(path.relative_to(folder)))
            if not entry.isreg():
                archive.addfile(entry)
                continue
            with path.open("rb") as file:
                archive.addfile(entry, file)
            files, size = files + 1, size + entry.size
    return {"files": files, "bytes": size}


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name)):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)


def _entry(path: Path, name: str) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    if path.is_symlink():
        entry.type, entry.linkname = tarfile.SYMTYPE, str(path.readlink())
    elif path.is_dir():
        entry.type, entry.mode = tarfile.DIRTYPE, 0o755
    elif path.is_file():
        found = path.stat()
        entry.size, entry.mode = found.st_size, 0o755 if found.st_mode & 0o100 else 0o644
    else:
        raise Unkept(f"{path} is neither a file, a directory nor a link, and cannot be stored")
    return entry


def read_folder(file: IO[bytes], folder: Path) -> None:
    """Make the directory of an archive; nothing of it can lie outside of `folder`.

    Raises:
        ValueError: it is no such archive.
    """
    folder.mkdir()
    links = []
    with tarfile.open(fileobj=file, mode="r|") as archive:
        for entry in archive:
            path = folder / entry.name
            if ".." in Path(entry.name).parts or Path(entry.name).is_absolute():
                raise ValueError(f"the stored directory has a path that leads out of it: {entry.name!r}")
            if entry.issym():
                links.append((path, entry.linkname))  # last, so that nothing is written through one
            elif entry.isdir():
                path.mkdir()
            else:
                _write(archive, entry, path)
    for path, target in links:
        path.symlink_to(target)


def _write(archive: tarfile.TarFile, entry: tarfile.TarInfo, path: Path) -> None:
    from shutil import copyfileobj

    content = archive.extractfile(entry)
    if content is None:
        raise ValueError(f"the stored directory has something strange in it: {entry.name!r}")
    with path.open("xb") as file:
        copyfileobj(content, file, 1 << 20)
    path.chmod(entry.mode)
