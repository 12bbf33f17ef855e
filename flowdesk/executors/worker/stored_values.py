"""What a job needs of stored files: values go in by `keep`, and come out as a task wants them.

By itself a file or directory is the path of a copy, and everything else the value as a whole. See `wanted`
for what else a function may ask for. In a shell all that is stored as a file is the path of a copy.
"""

from __future__ import annotations

import io
from contextlib import contextmanager, suppress

from flowdesk.executors.worker.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from flowdesk.executors.worker.copies import Copies
    from flowdesk.xcom.places import Places
    from flowdesk.xcom.stored import Stored

_SMALL = (float, int, bool, type(None))
_SHORT = 1000
"""Characters of a number that is never stored as a file."""


class StoredValues:
    """The stored files of one job: `root` is the home's folder, `at` where new ones go, if elsewhere."""

    def __init__(self, root: str, at: str | None) -> None:
        self._root = root
        self._at = at
        self._is_used = False
        self._places: Places
        self._copies: Copies
        self._streams: list[Any] = []

    def keep(self, value: object, limit: int | None) -> str:
        """A value as text, stored as a file where it is large or one; without a root it stays a text.

        Raises:
            Unstorable: it cannot be stored, or is larger than `limit` bytes.
        """
        if limit is None and type(value) in _SMALL:
            from flowdesk.xcom.values import encode

            text = encode(value)
            if len(text) <= _SHORT:
                return text
        from flowdesk.xcom.keeping import keep
        from flowdesk.xcom.places import Places

        return keep(value, Places(self._root, self._at), limit=limit)

    @property
    def has_place(self) -> bool:
        """Whether there is a folder for stored files at all."""
        return bool(self._root)

    def decoded(self, text: str, wanted: str | None = None, *, name: str = "value") -> object:
        """A value from its text, in the way that is wanted of it.

        Raises:
            Refused: its stored file is gone, what reads it is not installed, its class cannot be imported.
        """
        from flowdesk.xcom.values import decode

        if "{" not in text:  # neither a class nor a stored file is in it
            plain = decode(text)
            return plain if wanted is None else self._small(plain, wanted, name)
        from flowdesk.xcom.instances import importing
        from flowdesk.xcom.stored import reference

        with importing(), _refusing(name):
            stored = reference(text)
            if stored is None:
                found = decode(text, _Each(self.whole))  # type: ignore[arg-type]  # all that is asked of it
                return found if wanted is None else self._small(found, wanted, name)
            self._use()
            way = _WAYS.get(wanted or "")
            if way is not None:
                return way(self, stored, name)
            return self._as_table(stored, wanted) if stored.form == "arrow" else self.whole(stored, name)

    def in_shell(self, text: str, name: str) -> object:
        """A value as a shell has it: in place of all that is stored as a file, the path of a copy.

        Raises:
            Refused: its stored file is gone.
        """
        from flowdesk.xcom.values import decode

        with _refusing(name):
            return decode(text, _Each(lambda stored: self.copy(stored, name)))  # type: ignore[arg-type]  # as above

    def whole(self, stored: Stored, name: str = "value") -> object:
        """A stored value by itself."""
        self._use()
        if stored.form in ("file", "directory"):
            return self.copy(stored, name)
        if stored.form == "json":
            from flowdesk.xcom.values import decode

            text = self._places.read(stored).decode()
            return decode(text, _Each(self.whole))  # type: ignore[arg-type]  # as above
        return self._places.value(stored)

    def copy(self, stored: Stored, name: str) -> Path:
        """The path of a copy of a stored file."""
        self._use()
        return self._copies.of(stored, name)

    def close(self) -> None:
        """Remove the copies and close the streams."""
        if not self._is_used:
            return
        for stream in self._streams:
            with suppress(Exception):  # whatever the task has done to it
                stream.close()
        self._copies.clear()

    def stream(self, stored: Stored, *, text: bool = False) -> Any:  # noqa: ANN401 - a stream
        """A stored file, open until the end of the try, for its bytes or its text."""
        file = self._places.open(stored)
        self._streams.append(io.TextIOWrapper(file, "utf-8") if text else file)
        return self._streams[-1]

    def read(self, stored: Stored) -> bytes:
        """All bytes of a stored file."""
        return self._places.read(stored)

    def mapped(self, stored: Stored) -> object:
        """A memory map of an array or table; else the value."""
        if stored.form == "npy":
            from flowdesk.xcom.arrays import map_array

            return map_array(self._places.path(stored))
        if stored.form == "arrow":
            from flowdesk.xcom.tables import map_table

            return map_table(self._places.path(stored))
        return self.whole(stored)

    def _as_table(self, stored: Stored, library: str | None) -> object:
        from flowdesk.xcom.tables import LIBRARIES, read_table

        wanted = library in LIBRARIES
        told = library if wanted else stored.about.get("library")
        return read_table(self._places.path(stored), told, wanted=wanted)

    def _small(self, value: object, wanted: str, name: str) -> object:
        """A value that is stored as text, as one that is stored as a file would come."""
        if isinstance(value, bytes) and wanted in ("stream", "path"):
            self._use()
            return io.BytesIO(value) if wanted == "stream" else self._copies.written(value, f"{name}.bin")
        return io.StringIO(value) if isinstance(value, str) and wanted == "text" else value

    def _use(self) -> None:
        if not self._is_used:
            from flowdesk.executors.worker.copies import Copies
            from flowdesk.xcom.places import Places

            self._places = Places(self._root)
            self._copies = Copies(self._root, self._places)
            self._is_used = True


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """What hinders a value from coming, as a refusal."""
    try:
        yield
    except Exception as error:
        from flowdesk.xcom.arrays import LibraryMissing
        from flowdesk.xcom.faults import FileLost, Unkept
        from flowdesk.xcom.instances import ClassLost

        if isinstance(error, (FileLost, Unkept, LibraryMissing, ClassLost)):
            raise Refused(f"pull {name!r}: {error}") from None
        raise


class _Each:
    """What `decode` asks for the value of a stored file."""

    def __init__(self, value: Callable[[Stored], object]) -> None:
        self.value = value


def _text_path(values: StoredValues, stored: Stored, name: str) -> object:
    is_file = stored.form in ("file", "directory")
    return str(values.copy(stored, name)) if is_file else values.whole(stored, name)


_WAYS: dict[str, Callable[[StoredValues, Stored, str], object]] = {
    "path": lambda values, stored, name: values.copy(stored, name),
    "str": _text_path,
    "stream": lambda values, stored, _: values.stream(stored),
    "text": lambda values, stored, _: values.stream(stored, text=True),
    "bytes": lambda values, stored, _: values.read(stored),
    "map": lambda values, stored, _: values.mapped(stored),
}
