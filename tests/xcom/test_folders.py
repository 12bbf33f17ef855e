"""A directory comes back with all its files, and equal ones are one stored file."""

from __future__ import annotations

import io
import os
import tarfile
from typing import TYPE_CHECKING

import pytest

from flowdesk.xcom.files import Files
from flowdesk.xcom.folders import read_folder
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.stored import reference
from flowdesk.xcom.values import Unstorable

if TYPE_CHECKING:
    from pathlib import Path


def tree(folder: Path) -> Path:
    (folder / "sub" / "empty").mkdir(parents=True)
    (folder / "b.txt").write_text("b")
    (folder / "sub" / "정확도.bin").write_bytes(b"\0" * 5000)
    (folder / "run.sh").write_text("#!/bin/sh")
    (folder / "run.sh").chmod(0o755)
    (folder / "link").symlink_to("b.txt")
    return folder


def content(folder: Path) -> dict[str, object]:
    return {
        str(path.relative_to(folder)): path.readlink()
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in folder.rglob("*")
    }


def test_a_directory_comes_back(tmp_path: Path) -> None:
    files = Files(tmp_path / "values")
    stored = reference(keep(FileToKeep(tree(tmp_path / "out")), files))
    assert stored is not None
    assert (stored.form, stored.name, stored.about) == ("directory", "out", {"files": 3, "bytes": 5010})
    with files.open(stored) as file:
        read_folder(file, tmp_path / "back")
    assert content(tmp_path / "back") == content(tmp_path / "out")
    assert os.access(tmp_path / "back" / "run.sh", os.X_OK)
    assert not os.access(tmp_path / "back" / "b.txt", os.X_OK)


def test_equal_directories_are_one_file_whenever_and_in_whatever_order_they_were_made(tmp_path: Path) -> None:
    files = Files(tmp_path / "values")
    one, other = tree(tmp_path / "one"), tree(tmp_path / "other")
    (other / "b.txt").unlink()
    (other / "b.txt").write_text("b")
    os.utime(other / "b.txt", (1, 1))
    found = [reference(keep(FileToKeep(str(folder)), files)) for folder in (one, other)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].sha256 == found[1].sha256


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tree(tmp_path / "out") / "pipe")
    with pytest.raises(Unstorable, match="pipe is neither a file, a directory nor a link"):
        keep(FileToKeep(tmp_path / "out"), Files(tmp_path / "values"))


@pytest.mark.parametrize("name", ["../out", "/somewhere/out", "a/../../out"])
def test_no_archive_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    data.seek(0)
    with pytest.raises(ValueError, match="leads out of it"):
        read_folder(data, tmp_path / "back")


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        link = tarfile.TarInfo("a")
        link.type, link.linkname = tarfile.SYMTYPE, str(tmp_path)
        archive.addfile(link)
        archive.addfile(tarfile.TarInfo("a/evil"), io.BytesIO())
    data.seek(0)
    with pytest.raises((ValueError, OSError)):
        read_folder(data, tmp_path / "back")
    assert not (tmp_path / "evil").exists()
