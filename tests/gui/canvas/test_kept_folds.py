"""What is folded by hand is folded in the next window too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from flowdesk.gui.canvas.kept_folds import GROUP, MOST, KeptFolds

if TYPE_CHECKING:
    from pathlib import Path


def settings_at(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def test_each_file_has_its_own(tmp_path: Path) -> None:
    settings = settings_at(tmp_path)
    KeptFolds(settings)["/a.toml"] = frozenset({"models", "모델.깊은"})
    KeptFolds(settings)["/b.toml"] = frozenset()
    settings.sync()
    later = KeptFolds(settings_at(tmp_path))
    assert later.get("/a.toml") == frozenset({"models", "모델.깊은"})
    assert later.get("/b.toml") == frozenset()
    assert later.get("/c.toml") is None


def test_what_is_no_list_counts_as_nothing(tmp_path: Path) -> None:
    settings = settings_at(tmp_path)
    kept = KeptFolds(settings)
    kept["/a.toml"] = frozenset({"x"})
    settings.beginGroup(GROUP)
    [key] = settings.childKeys()
    settings.setValue(key, "{")
    settings.endGroup()
    assert kept.get("/a.toml") is None


def test_they_do_not_grow_without_end(tmp_path: Path) -> None:
    settings = settings_at(tmp_path)
    kept = KeptFolds(settings)
    for number in range(MOST + 1):
        kept[f"/{number}.toml"] = frozenset({"x"})
    settings.beginGroup(GROUP)
    assert len(settings.childKeys()) == 1
