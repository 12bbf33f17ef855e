"""What an array holds, worked out piece by piece from the memory map of its file: numbers, picture, line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.gui.inspector.wanted import Wanted

PIECE = 1 << 20
"""Numbers that are read at once."""

MOST_PIXELS = 1024
"""Of each side of a picture; between the ones that are shown, others are left out."""

MOST_BUCKETS = 1000
"""Places of a line; of the numbers that share one, the least and the greatest are kept."""

_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture's pixels, row by row: a byte each (grey), or three."""

    data: bytes
    width: int
    height: int
    is_grey: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of an array in `buckets` of (least, greatest); None where there is none but NaN."""

    buckets: list[tuple[float, float] | None]
    count: int


@dataclass(frozen=True, slots=True)
class ArraySummary:
    """An array: facts to be listed, its first numbers as text, and how it can be drawn."""

    facts: tuple[tuple[str, str], ...]
    beginning: str
    pixels: Pixels | None = None
    line: Line | None = None


def summary_of(path: Path, wanted: Wanted) -> ArraySummary:
    """Read an npy file once from end to end.

    Raises:
        LibraryMissing: there is no numpy.
        ValueError, OSError: it is no such file, or cannot be read.
        Unwanted: nobody waits for it any more.
    """
    from flowdesk.xcom.arrays import map_array

    array: Any = map_array(path)
    facts = [
        (tr("Shape"), _shape(array.shape)),
        (tr("Type"), str(array.dtype)),
        (tr("Numbers"), f"{array.size:,}"),
    ]
    if array.dtype.kind not in "biuf" or not array.size:
        return ArraySummary(tuple(facts), _beginning(array))
    import numpy as np

    with np.errstate(all="ignore"):  # the squares of what is near the greatest number there is
        facts += _statistics(array, wanted)
        line = _line(array, wanted) if array.ndim == 1 and array.size > 1 else None
        return ArraySummary(tuple(facts), _beginning(array), _pixels(array), line)


def _shape(shape: tuple[int, ...]) -> str:
    return " x ".join(f"{side:,}" for side in shape) or tr("a single number")


def _pieces(array: Any, wanted: Wanted) -> Iterator[Any]:  # noqa: ANN401 - numpy's
    """All numbers of an array, in the order in which they lie in the file, as floats."""
    flat = (array if array.flags.c_contiguous else array.T).reshape(-1)
    for start in range(0, flat.size, PIECE):
        wanted.check()
        yield flat[start : start + PIECE].astype("float64")


def _statistics(array: Any, wanted: Wanted) -> list[tuple[str, str]]:  # noqa: ANN401 - numpy's
    """Least, greatest, mean and deviation of what is finite, and how much is not.

    Mean and squares are put together piece by piece (Chan, Golub, LeVeque 1979), which stays exact where a
    sum of squares would not.
    """
    import numpy as np

    count, mean, squares, least, greatest = 0, 0.0, 0.0, math.inf, -math.inf
    for piece in _pieces(array, wanted):
        finite = piece[np.isfinite(piece)]
        if not finite.size:
            continue
        of_piece = float(finite.mean())
        step, both = of_piece - mean, count + finite.size
        squares += float(((finite - of_piece) ** 2).sum()) + step * step * count * finite.size / both
        mean += step * finite.size / both
        count = both
        least, greatest = min(least, float(finite.min())), max(greatest, float(finite.max()))
    facts = [(tr("Not finite"), f"{array.size - count:,}")] if count < array.size else []
    if not count:
        return facts
    told = {
        tr("Least"): least,
        tr("Greatest"): greatest,
        tr("Mean"): mean,
        tr("Deviation"): math.sqrt(squares / count),
    }
    return [*((name, f"{number:.6g}") for name, number in told.items()), *facts]


def _line(array: Any, wanted: Wanted) -> Line:  # noqa: ANN401 - numpy's
    import numpy as np

    width = max(1, math.ceil(array.size / MOST_BUCKETS))
    buckets: list[tuple[float, float] | None] = []
    for start in range(0, array.size, width):
        wanted.check()
        piece = array[start : start + width].astype("float64")
        finite = piece[np.isfinite(piece)]
        buckets.append((float(finite.min()), float(finite.max())) if finite.size else None)
    return Line(buckets, array.size)


def _pixels(array: Any) -> Pixels | None:  # noqa: ANN401 - numpy's
    """The picture of a matrix, from its least number (0) to its greatest (255); colours as they are."""
    import numpy as np

    is_colour = array.ndim == 3 and array.shape[2] in (3, 4) and array.dtype == np.uint8  # noqa: PLR2004 - RGB
    if not (is_colour or array.ndim == 2) or min(array.shape) < 2:  # noqa: PLR2004 - a matrix
        return None
    steps = [max(1, math.ceil(side / MOST_PIXELS)) for side in array.shape[:2]]
    seen = np.asarray(array[:: steps[0], :: steps[1]])
    if is_colour:
        seen = np.ascontiguousarray(seen[:, :, :3])
        return Pixels(seen.tobytes(), seen.shape[1], seen.shape[0], is_grey=False)
    seen = seen.astype("float64")
    finite = seen[np.isfinite(seen)]
    least, greatest = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    span = (greatest - least) or 1.0
    grey = np.nan_to_num((seen - least) / span, nan=0.0, posinf=1.0, neginf=0.0).clip(0, 1) * 255
    return Pixels(grey.astype("uint8").tobytes(), seen.shape[1], seen.shape[0], is_grey=True)


def _beginning(array: Any) -> str:  # noqa: ANN401 - numpy's
    """What numpy prints of an array, its middle left out; of a long one it reads the ends only."""
    import numpy as np

    return str(np.array2string(np.asarray(array), threshold=_SHOWN, edgeitems=5, max_line_width=100))
