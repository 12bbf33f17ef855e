from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.file_watch import FileWatch

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    path = tmp_path / "p.toml"
    path.write_text("one")
    return path


@pytest.fixture
def watch(watched: Path, qapp: object) -> FileWatch:
    assert qapp
    made = FileWatch()
    made.watch(watched)
    return made


def test_a_file_written_again_is_told(watch: FileWatch, watched: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.changed):
        watched.write_text("two!")


def test_a_file_replaced_by_another_is_told_each_time(watch: FileWatch, watched: Path, qtbot: QtBot) -> None:
    for text in ("two!", "three", "four!!"):
        other = watched.with_suffix(".swp")
        other.write_text(text)
        with qtbot.waitSignal(watch.changed):
            other.replace(watched)


def test_a_file_that_goes_and_comes_back_is_told_both_times(
    watch: FileWatch, watched: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed):
        watched.unlink()
    with qtbot.waitSignal(watch.changed):
        watched.write_text("back")
    with qtbot.waitSignal(watch.changed):
        watched.write_text("and changed")


def test_another_file_of_the_folder_is_not_told(watch: FileWatch, watched: Path, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        (watched.parent / "other.toml").write_text("x")
