"""Arrays as stored files: numpy's own npy, written in pieces and read whole, or mapped into memory.

https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
"""

from __future__ import annotations

import warnings

from flowdesk.xcom.faults import Unkept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO, Any

    from flowdesk.xcom.files import Writing

MISSING = "this interpreter has no numpy, which arrays need: install numpy, or flowdesk[arrays]"


class LibraryMissing(Exception):
    """What a value needs is not installed; the message says what to install."""


def is_array(value: object) -> bool:
    """Whether a value is an array of numpy's."""
    return any(kind.__module__ == "numpy" and kind.__name__ == "ndarray" for kind in type(value).__mro__)


def write_array(value: Any, written: Writing) -> dict[str, Any]:  # noqa: ANN401 - numpy's
    """Write an array.

    Raises:
        Unkept: it holds Python objects, or is a masked one.
    """
    import numpy as np

    if value.dtype.hasobject:
        raise Unkept(f"an array of Python objects (dtype {value.dtype}) cannot be stored; give it a dtype")
    if isinstance(value, np.ma.MaskedArray):
        raise Unkept("a masked array would lose its mask; push its data and its mask")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that numpy before 1.17 cannot read names beyond ASCII
        np.lib.format.write_array(written, np.asarray(value), allow_pickle=False)
    return {"dtype": str(value.dtype), "shape": list(value.shape)}


def read_array(file: IO[bytes]) -> object:
    """A whole array, in memory and to be changed at will.

    Raises:
        LibraryMissing: there is no numpy.
    """
    return _numpy().load(file, allow_pickle=False)


def map_array(path: Path) -> object:
    """An array that is read from its file as it is looked at, and cannot be changed.

    Raises:
        LibraryMissing: there is no numpy.
    """
    np = _numpy()
    try:
        return np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError:  # it has no items: nothing to map
        return np.load(path, allow_pickle=False)


def _numpy() -> Any:  # noqa: ANN401 - a module
    try:
        import numpy as np
    except ImportError:
        raise LibraryMissing(MISSING) from None
    return np
