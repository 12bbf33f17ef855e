from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.layout_shelf import LayoutShelf
from flowdesk.layout.graph import LayoutGraph, Line, Size

if TYPE_CHECKING:
    from pathlib import Path


def _graph(prefix: str = "t", count: int = 70) -> LayoutGraph:
    names = [f"{prefix}{number}" for number in range(count)]
    edges = [Line(one, other) for one, other in pairwise(names)]
    return LayoutGraph({name: Size(100, 40) for name in names}, {}, {}, edges)


def test_what_was_found_once_is_found_at_once_under_other_names() -> None:
    shelf = LayoutShelf()
    assert shelf.find(_graph(), "LR") is None
    found = shelf.fetch(_graph(), "LR")
    again = shelf.find(_graph("other"), "LR")
    assert again is not None
    assert list(again.nodes.values()) == list(found.nodes.values())
    assert shelf.find(_graph(), "TB") is None


def test_a_layout_outlives_the_window(tmp_path: Path) -> None:
    found = LayoutShelf(tmp_path).fetch(_graph(), "LR")
    other = LayoutShelf(tmp_path)
    assert other.fetch(_graph(), "LR").nodes == found.nodes
    assert other.find(_graph(), "LR") is not None


def test_a_damaged_file_is_passed_over_and_mended(tmp_path: Path) -> None:
    found = LayoutShelf(tmp_path).fetch(_graph(), "LR")
    (file,) = tmp_path.glob("*.json")
    for damage in (b"", b"\xff\xfe", b'{"form": 1}', file.read_bytes()[:-9]):
        file.write_bytes(damage)
        assert LayoutShelf(tmp_path).fetch(_graph(), "LR").nodes == found.nodes
        assert LayoutShelf(tmp_path).fetch(_graph(), "LR").nodes == found.nodes


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    assert LayoutShelf(tmp_path / "taken" / "layouts").fetch(_graph(), "LR").nodes


def test_what_is_small_is_not_written(tmp_path: Path) -> None:
    LayoutShelf(tmp_path).fetch(_graph(count=5), "LR")
    assert not list(tmp_path.iterdir())
