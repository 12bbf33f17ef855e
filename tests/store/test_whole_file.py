from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import FlowdeskError
from flowdesk.store.whole_file import whole_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_there_at_the_end_only(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    with whole_file(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="broke"):
        _write_and_break(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def _write_and_break(path: Path) -> None:
    with whole_file(path) as file:
        file.write(b"new")
        raise ValueError("broke")


def test_a_folder_in_its_place_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with (
        pytest.raises(FlowdeskError, match=r"out cannot be written \(Is a directory\)"),
        whole_file(tmp_path / "out"),
    ):
        pass
