"""The rows of a stored table, read from the memory map of its file as they are looked at."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from flowdesk.xcom.preview import shown

if TYPE_CHECKING:
    from pathlib import Path

CELL_WIDTH = 200
"""Characters of a cell that are shown."""


class Unsortable(Exception):
    """A column has no order; the message is one sentence."""


class ArrowRows:
    """The table in an Arrow IPC file. `columns` are (name, type).

    Raises:
        LibraryMissing: there is no pyarrow.
        ValueError, OSError: it is no such file, or cannot be read.
    """

    def __init__(self, path: Path) -> None:
        from flowdesk.xcom.tables import map_table

        self._table = map_table(path)
        schema = self._table.schema
        self.columns = [(name, str(kind)) for name, kind in zip(schema.names, schema.types, strict=True)]
        self.is_number = [_is_number(kind) for kind in schema.types]
        self.count: int = self._table.num_rows
        self._order: Any = None
        # pyarrow walks through all chunks of a column to find a row; a table of ten million has hundreds.
        self._chunks = [column.chunks for column in self._table.columns]
        self._starts = [[0, *accumulate(len(chunk) for chunk in chunks)] for chunks in self._chunks]

    def value(self, row: int, column: int) -> object:
        """What stands in a cell, as Python has it; `row` counts in the order that is shown."""
        if self._order is not None:
            row = self._order[row].as_py()
        starts = self._starts[column]
        chunk = bisect_right(starts, row) - 1
        return self._chunks[column][chunk][row - starts[chunk]].as_py()

    def text(self, row: int, column: int) -> str:
        """What a cell shows; "" where there is nothing."""
        value = self.value(row, column)
        return "" if value is None else shown(value, CELL_WIDTH)

    def ordered(self, column: int, *, is_ascending: bool) -> object:
        """The order of the rows by a column, what is absent last. Takes seconds for millions of rows.

        Raises:
            Unsortable: what it holds has no order.
        """
        import pyarrow as pa
        from pyarrow import compute

        way = "ascending" if is_ascending else "descending"
        try:
            # Where nothing is stands last by default; to say so is done in two ways in two versions.
            return compute.sort_indices(self._table.column(column), sort_keys=[("", way)])
        except (pa.ArrowException, TypeError) as error:
            name, kind = self.columns[column]
            raise Unsortable(f"'{name}' cannot be sorted by: {kind} has no order") from error

    def put_in_order(self, order: object) -> None:
        """Count the rows in an order that `ordered` gave; None is that of the file."""
        self._order = order


def _is_number(kind: Any) -> bool:  # noqa: ANN401 - pyarrow's
    from pyarrow import types

    return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))
