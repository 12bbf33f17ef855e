"""Arrays and tables that a person gives as files: what `array` and `table` take in the place of a path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flowdesk.xcom.kept import Kept, parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.xcom.types import Type


class Unloadable(Exception):
    """A file is not what it is to be; the message says why, one sentence."""


def loaded(value: object, declared: Type, folder: Path) -> object:
    """What a path leads to, from a folder, where an array or a table is declared; any other value as it is.

    Raises:
        Unloadable: the file holds none, or the library that reads it is not installed.
    """
    names = {one.name for one in parts(declared) if isinstance(one, Kept)}
    if not isinstance(value, str) or names.isdisjoint(_READERS) or str(declared) not in names:
        return value
    readers, path = _READERS[str(declared)], folder / value
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise Unloadable(f"expected a file {' or '.join(readers)}, got {str(path)!r}")
    try:
        return reader(str(path))
    except ModuleNotFoundError as error:
        raise Unloadable(f"{path.suffix} is read with {error.name}, which is not installed") from error
    except (OSError, ValueError, EOFError) as error:  # what the libraries raise for what is no such file
        raise Unloadable(f"{str(path)!r} cannot be read: {str(error).partition(chr(10))[0]}") from error


# Any: an array or a table of a library that may not be installed.
def _npy(path: str) -> Any:  # noqa: ANN401 - as above
    import numpy as np

    return np.load(path, allow_pickle=False)


def _parquet(path: str) -> Any:  # noqa: ANN401 - as above
    import pyarrow.parquet as pq

    return pq.read_table(path)


def _arrow(path: str) -> Any:  # noqa: ANN401 - as above
    from pyarrow import feather

    return feather.read_table(path)


def _csv(path: str) -> Any:  # noqa: ANN401 - as above
    from pyarrow import csv

    return csv.read_csv(path)


_READERS: dict[str, dict[str, Callable[[str], Any]]] = {
    "array": {".npy": _npy},
    "table": {".parquet": _parquet, ".arrow": _arrow, ".feather": _arrow, ".csv": _csv},
}
READ_AS = {name: tuple(readers) for name, readers in _READERS.items()}
"""By the word of a type, what the names of files that it is read from end with."""
