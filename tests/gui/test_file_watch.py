from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.file_watch import SETTLE, FileWatch

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
    made.watch([watched])
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


def test_a_file_that_is_not_there_yet_is_told_when_it_comes(
    watch: FileWatch, tmp_path: Path, qtbot: QtBot
) -> None:
    deep = tmp_path / "lib" / "tasks.py"
    watch.watch([deep])
    with qtbot.assertNotEmitted(watch.changed, wait=3 * SETTLE):
        deep.parent.mkdir()
    with qtbot.waitSignal(watch.changed):
        deep.write_text("x = 1")


def test_of_a_folder_its_python_and_toml_files_count(watch: FileWatch, tmp_path: Path, qtbot: QtBot) -> None:
    watch.watch([tmp_path])
    with qtbot.assertNotEmitted(watch.changed, wait=3 * SETTLE):
        (tmp_path / "notes.txt").write_text("no")
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "tasks.py").write_text("x = 1")


def test_what_is_watched_no_more_is_not_told(watch: FileWatch, watched: Path, qtbot: QtBot) -> None:
    watch.watch([watched.with_name("other.toml")])
    with qtbot.assertNotEmitted(watch.changed, wait=3 * SETTLE):
        watched.write_text("two!")
