from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.inspector.differing import compare
from flowdesk.gui.inspector.wanted import Wanted
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.inspector.differing import Comparison


def compared(before: object, after: object, folder: Path) -> Comparison:
    files = Files(folder)
    return compare(keep(before, files), keep(after, files), folder, Wanted())


def rows(before: object, after: object, folder: Path) -> list[tuple[str, str, str, str]]:
    return [tuple(one[1:]) for one in compared(before, after, folder).differences]  # type: ignore[misc]  # of four texts


def test_a_number_tells_how_far_it_moved(tmp_path: Path) -> None:
    assert rows(0.5, 0.75, tmp_path) == [("the whole", "0.5", "0.75", "+0.25 (+50 %)")]


def test_parts_that_differ_are_told_with_their_paths(tmp_path: Path) -> None:
    before, after = {"a": 1, "b": {"x": "s"}, "c": 3}, {"a": 1, "b": {"x": "t"}, "d": 4}
    assert rows(before, after, tmp_path) == [
        ("b.x", "s", "t", ""),
        ("c", "3", "absent", ""),
        ("d", "absent", "4", ""),
    ]


def test_texts_are_compared_line_by_line(tmp_path: Path) -> None:
    found = compared("one\ntwo\nthree", "one\n2\nthree\nfour", tmp_path)
    assert [one[1:4] for one in found.differences] == [("line 2", "two", "2"), ("line 4", "", "four")]
    assert found.sentence == "2 lines differ."


def test_what_is_the_same_says_so(tmp_path: Path) -> None:
    assert compared([1], [1], tmp_path).sentence == "Both are the same."


def test_large_values_are_opened_and_too_large_ones_told_by_their_size(tmp_path: Path) -> None:
    one = list(range(30_000))
    assert rows(one, [*one[:-1], 0], tmp_path) == [("[29999]", "29999", "0", "-29999 (-100 %)")]
    large = ["x" * 100] * 30_000
    (row,) = rows(large, [*large, "y"], tmp_path)
    assert row[0] == "the whole"


def test_no_more_are_listed_than_anybody_reads(tmp_path: Path) -> None:
    found = compared(list(range(5000)), list(range(1, 5001))[::-1], tmp_path)
    assert len(found.differences) == 1000
    assert found.sentence.startswith("More than 1,000")
