"""Annotations say how a function wants its values, however they are written."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, BinaryIO, Optional, TextIO, Union

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from flowdesk.executors.worker.takes import takes_of

if TYPE_CHECKING:
    from collections.abc import Callable


def wanted(function: Callable[..., object]) -> dict[str, str]:
    takes = takes_of(function)
    return takes.ways if takes else {}


def function_of(annotation: object) -> Any:  # noqa: ANN401 - a function
    def function(value: object) -> None: ...

    function.__annotations__["value"] = annotation
    return function


@pytest.mark.parametrize(
    ("annotation", "way"),
    [
        (Path, "path"),
        ("Path", "path"),
        ("pathlib.Path", "path"),
        (Optional[Path], "path"),  # noqa: UP045 - as people write it
        (Union[None, Path], "path"),  # noqa: UP007 - as above
        (Path | None, "path"),
        ("Path | None", "path"),
        ("'Path'", "path"),
        (Annotated[Path, "told"], "path"),
        (list[Path], "path"),
        ("list[Path]", "path"),
        (BinaryIO, "stream"),
        (IO[bytes], "stream"),
        (io.BufferedReader, "stream"),
        ("TextIO", "text"),
        (TextIO, "text"),
        (bytes, "bytes"),
        ("str", "str"),
        (np.memmap, "map"),
        ("np.memmap", "map"),
        (pd.DataFrame, "pandas"),
        ("pd.DataFrame", "pandas"),
        ("pl.DataFrame | None", "polars"),
        (pl.DataFrame, "polars"),
        ("pa.Table", "pyarrow"),
        (pa.Table, "pyarrow"),
        (np.ndarray, None),
        ("unknown.DataFrame", None),
        (int, None),
        (Any, None),
        ("no annotation at all", None),
        (None, None),
    ],
)
def test_an_annotation_means_a_way(annotation: object, way: str | None) -> None:
    assert wanted(function_of(annotation)) == ({} if way is None else {"value": way})


def test_what_a_module_calls_a_library_does_not_matter() -> None:
    function = function_of("frames.DataFrame")
    function.__globals__["frames"] = pl
    try:
        assert wanted(function) == {"value": "polars"}
    finally:
        del function.__globals__["frames"]


def test_a_function_that_does_not_tell_wants_nothing() -> None:
    assert wanted(max) == {}
