"""Values on their way into the store: as text where they are small, else as stored files."""

from __future__ import annotations

from pathlib import Path

from flowdesk.xcom.arrays import LibraryMissing, write_array
from flowdesk.xcom.files import PIECE, Unkept, check_size
from flowdesk.xcom.preview import shown
from flowdesk.xcom.stored import MARK, references, size_of
from flowdesk.xcom.tables import write_table
from flowdesk.xcom.values import Unstorable, encode, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from flowdesk.xcom.files import Files, Writing
    from flowdesk.xcom.kept import FileToKeep
    from flowdesk.xcom.places import Places
    from flowdesk.xcom.stored import Stored

LARGEST_TEXT = 64 * 1024
"""Bytes of a value's text that lie in the store's row."""

PREVIEW = 200
"""Characters of a large value that stand in its reference."""


def keep(value: object, files: Files | Places, *, limit: int | None = None) -> str:
    """The value as text: JSON of itself, or the reference to a stored file.

    Raises:
        Unstorable: it, or something in it, cannot be stored; or it has more than `limit` bytes.
    """
    keeper = Keeper(files, limit)
    try:
        if type(value) in (str, bytes, bytearray) and len(value) > LARGEST_TEXT:  # type: ignore[arg-type]  # these have one
            return encode(keeper.raw(value))  # type: ignore[arg-type]  # as above
        text = encode(value, keeper)
        if len(text) * 4 > LARGEST_TEXT and len(text.encode()) > LARGEST_TEXT:
            return encode(keeper.text(text, value))
        check_size(size_of(text), limit)
    except (Unkept, LibraryMissing) as error:
        raise Unstorable(str(error)) from error
    return text


class Keeper:
    """Stores what of one value is stored as files, `limit` bytes in all at the most."""

    def __init__(self, files: Files | Places, limit: int | None = None) -> None:
        self._files = files
        self._limit = limit

    def array(self, value: object) -> Stored:
        """An array of numpy's."""
        return self._kept(lambda written: write_array(value, written), "npy")

    def table(self, value: object) -> Stored:
        """A table of pandas, polars or pyarrow."""
        return self._kept(lambda written: write_table(value, written), "arrow")

    def file(self, value: FileToKeep) -> Stored:
        """A file or directory at a path, or what is left to read of an open file."""
        source: Any = value.source
        if hasattr(source, "read"):
            name = getattr(source, "name", None)
            return self._kept(
                lambda written: _copy(source, written),
                "file",
                name=Path(name).name if isinstance(name, str) else None,
            )
        path = Path(source)
        if path.is_dir():
            from flowdesk.xcom.folders import write_folder  # which brings tar and compression with it

            return self._kept(lambda written: write_folder(path, written), "directory", name=path.name)
        if not path.is_file():
            what = "is no file or directory" if path.exists() else "is not there"
            raise Unkept(f"the file {str(path)!r} {what} (in {Path.cwd()})")
        check_size(path.stat().st_size, self._limit)
        try:
            with path.open("rb") as file:
                return self._kept(lambda written: _copy(file, written), "file", name=path.name)
        except PermissionError as error:
            raise Unkept(f"the file {str(path)!r} cannot be read: {error.strerror}") from error

    def raw(self, value: str | bytes | bytearray) -> Stored:
        """A text, or bytes, without the signs that JSON puts around them."""
        about = {"preview": shown(value, PREVIEW)}
        if not isinstance(value, str):
            return self._kept(lambda written: _write(written, value, about), "bytes")
        try:
            return self._kept(lambda written: _write_text(written, value, about), "text")
        except UnicodeEncodeError:  # half of a surrogate pair, see `values`
            return self.text(encode(value), value)

    def text(self, text: str, value: object) -> Stored:
        """What `encode` has written of a value."""
        about: dict[str, object] = {"type": type_name(text), "preview": shown(value, PREVIEW)}
        if MARK in text and (count := sum(1 for _ in references(text))):
            about["holds"] = count
        return self._kept(lambda written: _write_text(written, text, about), "json")

    def _kept(self, write: Any, form: str, name: str | None = None) -> Stored:  # noqa: ANN401 - see `files.Writer`
        return self._files.keep(write, form, name=name, limit=self._limit)


def _copy(file: Any, written: Writing) -> dict[str, Any]:  # noqa: ANN401 - whatever can be read
    try:
        while data := file.read(PIECE):
            written.write(data.encode() if isinstance(data, str) else data)
    except ValueError as error:  # io.UnsupportedOperation is one: it is open for writing
        raise Unkept(f"the open file cannot be read ({error}); push its path") from error
    return {}


def _write(written: Writing, data: bytes | bytearray, about: dict[str, Any]) -> dict[str, Any]:
    written.write(data)
    return about


def _write_text(written: Writing, text: str, about: dict[str, Any]) -> dict[str, Any]:
    for start in range(0, len(text), PIECE):
        written.write(text[start : start + PIECE].encode())
    return about
