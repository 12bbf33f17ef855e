"""A task's copy of a stored file is its own, has the file's name, and goes with the try."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.worker.copies import Copies
from flowdesk.xcom.files import COPIES, FileLost, Files, place
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import Stored, reference

if TYPE_CHECKING:
    from pathlib import Path


def stored_in(root: Path, value: object) -> Stored:
    found = reference(keep(value, Files(root)))
    assert found is not None
    return found


def test_a_copy_can_be_spoiled_and_the_stored_file_is_what_it_was(tmp_path: Path) -> None:
    (tmp_path / "my data.csv").write_bytes(b"1,2\n" * 99_999)
    root = tmp_path / "values"
    stored = stored_in(root, FileToKeep(tmp_path / "my data.csv"))
    copies = Copies(str(root), Places(root))
    path = copies.of(stored, "argument")
    assert path.name == "my data.csv"
    assert path.read_bytes() == (tmp_path / "my data.csv").read_bytes()
    assert copies.of(stored, "argument") == path
    path.write_bytes(b"spoiled")
    assert Places(root).verify(stored) is None
    copies.clear()
    assert not path.exists()
    assert list((root / COPIES).iterdir()) == []


def test_what_has_no_name_is_called_by_its_argument_and_form(tmp_path: Path) -> None:
    copies = Copies(str(tmp_path), Places(tmp_path))
    assert copies.of(stored_in(tmp_path, "x" * 70_000), "text").name == "text.txt"
    assert copies.of(stored_in(tmp_path, [0] * 70_000), "rows").name == "rows.json"


@pytest.mark.parametrize("name", ["../../out", "/etc/passwd", "..", "a\0b", ""])
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    stored = stored_in(tmp_path, b"x" * 70_000)
    strange = Stored(stored.sha256, stored.size, "file", name)
    copies = Copies(str(tmp_path), Places(tmp_path))
    assert copies.of(strange, "data").name == "data"
    assert copies.of(strange, "data").is_relative_to(tmp_path / COPIES)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    stored = stored_in(tmp_path, b"x" * 70_000)
    place(tmp_path, stored.sha256).unlink()
    with pytest.raises(FileLost, match="is gone"):
        Copies(str(tmp_path), Places(tmp_path)).of(stored, "data")
