from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from flowdesk.gui.recent import MOST, RecentMenu, recent_files, remember


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


def reread(settings: QSettings) -> QSettings:
    settings.sync()
    return QSettings(settings.fileName(), QSettings.Format.IniFormat)


def test_nothing_is_recent_at_first(settings: QSettings) -> None:
    assert recent_files(settings) == []


def test_the_latest_file_comes_first_and_once(settings: QSettings) -> None:
    for name in ("/a.toml", "/b.toml", "/a.toml"):
        remember(settings, Path(name))
    assert recent_files(reread(settings)) == [Path("/a.toml"), Path("/b.toml")]


def test_a_single_file_is_kept_as_one(settings: QSettings) -> None:
    remember(settings, Path("/, 모델.toml"))
    assert recent_files(reread(settings)) == [Path("/, 모델.toml")]


def test_only_so_many_are_kept(settings: QSettings) -> None:
    for number in range(MOST + 5):
        remember(settings, Path(f"/{number}.toml"))
    assert len(recent_files(settings)) == MOST


@pytest.mark.usefixtures("qapp")
def test_the_menu_lists_files_that_are_there_and_gives_the_one_chosen(
    settings: QSettings, tmp_path: Path
) -> None:
    there = tmp_path / "a&b.toml"
    there.touch()
    remember(settings, there)
    remember(settings, tmp_path / "gone.toml")
    menu = RecentMenu(settings)
    chosen: list[str] = []
    menu.file_chosen.connect(chosen.append)
    menu.fill()
    (action,) = menu.actions()
    action.trigger()
    assert chosen == [str(there)]
