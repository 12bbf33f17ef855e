from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from flowdesk.gui.inspector import array_summary
from flowdesk.gui.inspector.array_summary import ArraySummary, summary_of
from flowdesk.gui.inspector.wanted import Unwanted, Wanted

if TYPE_CHECKING:
    from pathlib import Path


def summary(array: Any, folder: Path) -> ArraySummary:  # noqa: ANN401 - numpy's
    np.save(folder / "a.npy", array)
    return summary_of(folder / "a.npy", Wanted())


def facts(array: Any, folder: Path) -> dict[str, str]:  # noqa: ANN401 - numpy's
    return dict(summary(array, folder).facts)


def test_statistics_are_those_of_all_pieces_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(array_summary, "PIECE", 7)
    array = np.random.default_rng(1).normal(1e6, 3, 100)
    told = facts(array, tmp_path)
    assert told["Mean"] == f"{array.mean():.6g}"
    assert told["Deviation"] == f"{array.std():.6g}"
    assert (told["Least"], told["Greatest"]) == (f"{array.min():.6g}", f"{array.max():.6g}")


def test_what_is_not_finite_is_counted_and_left_out(tmp_path: Path) -> None:
    told = facts(np.array([1.0, np.nan, np.inf, 3.0]), tmp_path)
    assert (told["Not finite"], told["Mean"], told["Greatest"]) == ("2", "2", "3")


def test_a_matrix_has_a_picture_and_a_row_of_numbers_a_line(tmp_path: Path) -> None:
    of_matrix = summary(np.array([[0.0, 1.0], [2.0, np.nan]]), tmp_path)
    assert of_matrix.pixels is not None
    assert (list(of_matrix.pixels.data), of_matrix.line) == ([0, 127, 255, 0], None)
    of_row = summary(np.array([5, 1, 3]), tmp_path)
    assert of_row.line is not None
    assert (of_row.line.buckets, of_row.pixels) == ([(5, 5), (1, 1), (3, 3)], None)


def test_large_ones_are_drawn_from_a_part_of_them(tmp_path: Path) -> None:
    of_matrix = summary(np.zeros((3000, 10), order="F"), tmp_path)
    assert of_matrix.pixels is not None
    assert (of_matrix.pixels.width, of_matrix.pixels.height) == (10, 1000)
    of_row = summary(np.arange(1_000_000), tmp_path)
    assert of_row.line is not None
    assert (len(of_row.line.buckets), of_row.line.buckets[0]) == (1000, (0, 999))


@pytest.mark.parametrize(
    "array",
    [
        np.array(["a", "b"]),
        np.array([]),
        np.array(5.0),
        np.zeros((2, 3, 4, 5)),
        np.array([1j]),
        np.array(["2020"], "M8[D]"),
    ],
    ids=["texts", "empty", "one", "four sides", "complex", "dates"],
)
def test_any_other_array_tells_at_least_its_shape_and_type(array: Any, tmp_path: Path) -> None:  # noqa: ANN401 - numpy's
    told = summary(array, tmp_path)
    assert dict(told.facts)["Type"] == str(array.dtype)
    assert (told.pixels, told.line) == (None, None)
    assert told.beginning


def test_numbers_near_the_greatest_there_is_warn_of_nothing(tmp_path: Path) -> None:
    assert facts(np.array([1e308, -1e308]), tmp_path)["Greatest"] == "1e+308"


def test_a_reading_that_nobody_waits_for_is_broken_off(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros(10))
    wanted = Wanted()
    wanted.revoke()
    with pytest.raises(Unwanted):
        summary_of(tmp_path / "a.npy", wanted)
