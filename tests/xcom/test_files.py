"""A stored file is whole or not there, lies there once, never changes, and goes when nothing names it."""

from __future__ import annotations

import errno
import hashlib
import os
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.xcom.files import FileLost, Files, Unkept, place
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.places import Places, files_at
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.xcom.files import Writing
    from flowdesk.xcom.stored import Stored


def stored_in(files: Files, data: bytes, **more: Any) -> Stored:  # noqa: ANN401 - what `keep` takes
    def write(written: Writing) -> dict[str, Any]:
        for start in range(0, len(data), 7):
            written.write(data[start : start + 7])
        return {}

    return files.keep(write, "bytes", **more)


def all_files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()} - {".lock"}


def test_a_file_lies_under_its_hash_and_comes_back(tmp_path: Path) -> None:
    data = os.urandom(100_000)
    stored = stored_in(Files(tmp_path), data)
    assert stored.sha256 == hashlib.sha256(data).hexdigest()
    assert stored.size == len(data)
    assert all_files(tmp_path) == {f"{stored.sha256[:2]}/{stored.sha256[2:]}"}
    assert Files(tmp_path).read(stored) == data


def test_what_is_stored_twice_lies_there_once(tmp_path: Path) -> None:
    files = Files(tmp_path)
    first = stored_in(files, b"same")
    assert stored_in(files, b"same") == first
    assert len(all_files(tmp_path)) == 1


def test_a_damaged_file_is_whole_again_when_its_value_is_stored_again(tmp_path: Path) -> None:
    files = Files(tmp_path)
    stored = stored_in(files, b"data")
    for damaged in (b"dat", b"daTa"):
        path = place(tmp_path, stored.sha256)
        path.chmod(0o644)
        path.write_bytes(damaged)
        assert stored_in(files, b"data") == stored
        assert files.read(stored) == b"data"


def test_nobody_may_write_to_it(tmp_path: Path) -> None:
    files = Files(tmp_path)
    assert files.path(stored_in(files, b"x")).stat().st_mode & 0o222 == 0


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def write(written: Writing) -> dict[str, Any]:
        written.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Unkept) as refused:
        Files(tmp_path).keep(write, "file")
    assert str(refused.value) == f"the value cannot be stored in {tmp_path}: No space left on device"
    assert all_files(tmp_path) == set()


def test_what_is_too_large_leaves_nothing_and_names_both_sizes(tmp_path: Path) -> None:
    with pytest.raises(Unkept, match=r"^2,000 bytes, more than its max_bytes = 1,000$"):
        stored_in(Files(tmp_path), b"x" * 2000, limit=1000)
    assert all_files(tmp_path) == set()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "values").write_text("a file")
    with pytest.raises(Unkept, match=r"the value cannot be stored in .*values: "):
        stored_in(Files(tmp_path / "values"), b"x")


def test_a_file_that_is_gone_or_changed_is_told(tmp_path: Path) -> None:
    places = Places(tmp_path)
    stored = stored_in(Files(tmp_path), b"data")
    assert places.verify(stored) is None
    path = place(tmp_path, stored.sha256)
    path.chmod(0o644)
    path.write_bytes(b"daTa")
    assert "has changed: it has 4 bytes of another hash" in (places.verify(stored) or "")
    path.write_bytes(b"dat")
    assert "has 3 of its 4 bytes" in (places.verify(stored) or "")
    with pytest.raises(FileLost, match="the stored file of this value is damaged"):
        places.open(stored)
    path.unlink()
    assert "is gone" in (places.verify(stored) or "")
    with pytest.raises(FileLost, match="the stored file of this value is gone"):
        places.open(stored)


def test_what_nothing_names_is_swept(tmp_path: Path) -> None:
    files = Files(tmp_path)
    kept, lost = stored_in(files, b"kept"), stored_in(files, b"lost")
    assert files.sweep([encode({"deep": [kept]}), '"text"'], before=float("inf")) == (1, 4)
    assert files.read(kept) == b"kept"
    with pytest.raises(FileLost):
        files.path(lost)


def test_what_is_new_is_not_swept(tmp_path: Path) -> None:
    files = Files(tmp_path)
    stored = stored_in(files, b"x")
    assert files.sweep([]) == (0, 0)
    os.utime(files.path(stored), (0, 0))
    assert stored_in(files, b"x") == stored  # somebody pushes it anew
    assert files.sweep([]) == (0, 0)
    os.utime(files.path(stored), (0, 0))
    assert files.sweep([]) == (1, 1)


def test_what_a_stored_list_refers_to_is_not_swept(tmp_path: Path) -> None:
    files = Files(tmp_path)
    inner = ["x" * 99_999, [stored_in(files, b"1"), stored_in(files, b"2")]]
    text = keep(inner, files)
    assert len(text) < 1000
    assert files.sweep([text], before=float("inf")) == (0, 0)
    assert files.sweep([], before=float("inf"))[0] == 3


def test_what_killed_writers_left_is_swept_after_a_day(tmp_path: Path) -> None:
    left = tmp_path / ".writing" / "left"
    left.parent.mkdir()
    left.write_text("half")
    Files(tmp_path).sweep([])
    assert left.exists()
    os.utime(left, (0, 0))
    Files(tmp_path).sweep([])
    assert not left.exists()


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_another_folder_stands_in_the_reference(tmp_path: Path, scheme: str) -> None:
    elsewhere = f"{scheme}{tmp_path / 'else'}"
    stored = stored_in(files_at(tmp_path / "home", elsewhere), b"x")
    assert stored.at == elsewhere
    assert Places(tmp_path / "home").read(stored) == b"x"
    assert not (tmp_path / "home").exists()
