"""Every task finds its file empty, and one that nobody touched is not made again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.worker.empty_file import EmptyFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_file_that_nobody_touched_serves_the_next_task(tmp_path: Path) -> None:
    file = EmptyFile(str(tmp_path / "push"))
    file.lay()
    before = (tmp_path / "push").stat()
    assert not file.is_touched
    file.clear()
    file.lay()
    assert (tmp_path / "push").stat() == before


def put_a_pipe_there(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "touch",
    [
        lambda path: path.write_text("a=1"),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.write_text("")),
        lambda path: (path.unlink(), path.symlink_to("/dev/null")),
        lambda path: path.chmod(0o644),
        put_a_pipe_there,
    ],
)
def test_one_that_a_task_did_something_to_is_made_anew(
    tmp_path: Path, touch: Callable[[Path], object]
) -> None:
    path = tmp_path / "push"
    file = EmptyFile(str(path))
    file.lay()
    touch(path)
    assert file.is_touched
    file.clear()
    assert not os.path.lexists(path)
    file.lay()
    assert path.read_text() == ""
    assert not path.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_removed_file_is_gone(tmp_path: Path) -> None:
    file = EmptyFile(str(tmp_path / "push"))
    file.lay()
    file.remove()
    assert list(tmp_path.iterdir()) == []
