from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from flowdesk.store.exchange.unpacking import Archive, ArchiveRefused
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Files = dict[str, bytes]


def opened(path: Path) -> Files:
    """What is in an archive, by name."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, files: Files, *, sums: bool = True, method: int = ZIP_DEFLATED, **said: Any) -> Path:  # noqa: ANN401 - fields of the manifest
    """An archive of these files, with a manifest that fits them."""
    manifest = json.loads(files["manifest.json"]) | said
    if sums:
        manifest["files"] = {
            name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
            if name != "manifest.json"
        }
    with ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, json.dumps(manifest) if name == "manifest.json" else data)
    return path


@pytest.fixture
def refused(bring: Callable[[Path], bool], there: Path) -> Callable[[Path], str]:
    """Import a file, which is refused; the sentence. Nothing of it is there afterwards."""

    def told(path: Path) -> str:
        with pytest.raises(ArchiveRefused) as refusal:
            bring(path)
        with Store.open(there) as store:
            assert store.runs() == []
        assert not list((there / "values").glob("*/*"))
        assert not list((there / "logs").glob("*"))
        sentence = str(refusal.value)
        assert "\n" not in sentence
        return sentence.replace(str(path), "FILE")

    return told


def test_a_file_that_is_no_archive_is_refused(refused: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"hello")
    assert refused(tmp_path / "x") == "FILE is no exported run (File is not a zip file)"
    assert refused(tmp_path / "y") == "FILE cannot be read (No such file or directory)"
    with ZipFile(tmp_path / "z", "w") as archive:
        archive.writestr("a", "b")
    assert refused(tmp_path / "z") == "FILE is no exported run (it has no manifest.json)"


def test_one_of_another_version_is_refused(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path
) -> None:
    sentence = refused(packed(tmp_path / "x", opened(export()), version=2))
    assert sentence.startswith("FILE is an exported run of version 2, and this flowdesk reads version 1: ")


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "runs/0/logs/../../x", "values/short", "C:\\x"]
)
def test_a_name_that_leads_elsewhere_is_refused(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path, name: str
) -> None:
    sentence = refused(packed(tmp_path / "x", {**opened(export()), name: b"evil"}))
    assert sentence == f"FILE has a file {name!r}, which no export has; nothing was imported"


def test_a_bomb_is_refused(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path
) -> None:
    files = {**opened(export()), "runs/0/logs/99.log": bytes(1 << 25)}
    assert "FILE has a file of 33,554,432 bytes packed into" in refused(packed(tmp_path / "x", files))


def test_a_file_that_was_changed_is_refused(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path
) -> None:
    files = opened(export())
    files["runs/0/source.toml"] = files["runs/0/source.toml"][::-1]
    sentence = refused(packed(tmp_path / "x", files, sums=False))
    assert sentence == "FILE is damaged: runs/0/source.toml is not what it was; nothing was imported"


def test_a_file_that_is_missing_or_packed_otherwise_is_refused(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path
) -> None:
    files = opened(export())
    assert "packed as no export is" in refused(packed(tmp_path / "x", files, method=ZIP_BZIP2))
    del files["runs/0/events.jsonl"]
    assert "does not name the files that are there" in refused(packed(tmp_path / "x", files, sums=False))
    assert "runs/0/events.jsonl is missing" in refused(packed(tmp_path / "x", files))


def test_a_file_that_was_cut_is_refused(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path
) -> None:
    whole = export().read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 30)):
        (tmp_path / "x").write_bytes(whole[:place])
        refused(tmp_path / "x")


def test_a_file_with_other_bytes_is_refused_or_says_the_same(
    refused: Callable[[Path], str], export: Callable[..., Path], tmp_path: Path
) -> None:
    path, changed = export(), tmp_path / "x"
    whole, count = path.read_bytes(), 0
    with Archive(path) as archive:
        manifest = archive.manifest
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        try:
            with Archive(changed) as archive:
                archive.verify()
                assert archive.manifest == manifest  # what was changed is nothing that anybody reads
        except ArchiveRefused:
            refused(changed)
            count += 1
    assert count > 50
