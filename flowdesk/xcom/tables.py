"""Tables as stored files: Arrow IPC, so that pandas, polars and pyarrow read what any of them wrote.

https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
"""

from __future__ import annotations

from flowdesk.xcom.arrays import LibraryMissing
from flowdesk.xcom.faults import Unkept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from flowdesk.xcom.files import Writing

ROWS_AT_ONCE = 1 << 16
"""Rows of a record batch: what a viewer reads to show a page."""

COLUMNS_TOLD = 1000
"""Of how many columns the names and types stand in the reference."""

CLASSES = {
    ("pandas", "DataFrame"): "pandas",
    ("polars", "DataFrame"): "polars",
    ("pyarrow", "Table"): "pyarrow",
    ("pyarrow", "RecordBatch"): "pyarrow",
}
LIBRARIES = ("pandas", "polars", "pyarrow")


def library_of(value: object) -> str | None:
    """The library that a table is of; None for what is no table."""
    for kind in type(value).__mro__:
        found = CLASSES.get((kind.__module__.partition(".")[0], kind.__name__))
        if found is not None:
            return found
    return None


def write_table(value: Any, written: Writing) -> dict[str, Any]:  # noqa: ANN401 - of one of three libraries
    """Write a table.

    Raises:
        LibraryMissing: there is no pyarrow.
        Unkept: a column holds what Arrow has no type for.
    """
    pa = _module("pyarrow")
    library = str(library_of(value))
    try:
        table = _arrow(pa, library, value)
    except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
        raise Unkept(f"the table cannot be stored: {' '.join(map(str, error.args))}") from None
    with pa.ipc.new_file(pa.PythonFile(written, mode="w"), table.schema) as file:
        file.write_table(table, max_chunksize=ROWS_AT_ONCE)
    columns = [[name, str(kind)] for name, kind in zip(table.schema.names, table.schema.types)]  # noqa: B905 - strict is not known to Python 3.9
    return {
        "rows": table.num_rows,
        "columns": columns[:COLUMNS_TOLD],
        "nbytes": table.nbytes,
        "library": library,
    }


def read_table(path: Path, library: str | None, *, wanted: bool = False) -> object:
    """A table as a library has it; where that is not there and not `wanted`, as pyarrow does.

    Raises:
        LibraryMissing: there is no pyarrow, or not the library that is wanted.
    """
    pa = _module("pyarrow")
    with pa.ipc.open_file(str(path)) as file:
        table = file.read_all()
    try:
        if library == "pandas":
            _module("pandas")
            return table.to_pandas()
        if library == "polars":
            return _module("polars").from_arrow(table)
    except LibraryMissing:
        if wanted:
            raise
    return table


def map_table(path: Path) -> Any:  # noqa: ANN401 - pyarrow's
    """A table of pyarrow's whose columns are read from the file as they are looked at.

    Raises:
        LibraryMissing: there is no pyarrow.
    """
    pa = _module("pyarrow")
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()


def _arrow(pa: Any, library: str, value: Any) -> Any:  # noqa: ANN401 - modules and tables
    if library == "pandas":
        return pa.Table.from_pandas(value)
    if library == "polars":
        return value.to_arrow()
    return value if isinstance(value, pa.Table) else pa.Table.from_batches([value])


def _module(name: str) -> Any:  # noqa: ANN401 - a module
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError:
        more = "" if name == "pyarrow" else ", or take it as a table of pyarrow"
        raise LibraryMissing(
            f"this interpreter has no {name}, which a table needs: install {name}, or flowdesk[tables]{more}"
        ) from None
