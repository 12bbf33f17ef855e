"""The desktop's menu gets flowdesk's entry and icons, once, and is rid of them again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.assets import asset
from flowdesk.cli import desktop_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, with nothing in it."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def test_the_entry_and_an_icon_of_every_size_are_written(data: Path, flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("desktop", "install")
    assert told.code == 0
    assert "Name=flowdesk\n" in (data / "applications" / "flowdesk.desktop").read_text()
    icons = sorted(path.parent.parent.name for path in (data / "icons" / "hicolor").rglob("flowdesk.*"))
    assert icons == sorted([*(f"{size}x{size}" for size in desktop_files.SIZES), "scalable"])
    assert told.out.count("written") == len(icons) + 1


def test_a_second_time_nothing_is_written(data: Path, flowdesk: Callable[..., Told]) -> None:
    flowdesk("desktop", "install")
    before = (data / "applications" / "flowdesk.desktop").stat().st_mtime_ns
    told = flowdesk("desktop", "install")
    assert "written" not in told.out
    assert (data / "applications" / "flowdesk.desktop").stat().st_mtime_ns == before


def test_what_an_older_flowdesk_wrote_is_replaced(data: Path, flowdesk: Callable[..., Told]) -> None:
    flowdesk("desktop", "install")
    entry = data / "applications" / "flowdesk.desktop"
    entry.write_text("[Desktop Entry]\n")
    status = flowdesk("desktop", "status")
    assert status.code == 1
    assert status.out.startswith("differs")
    assert flowdesk("desktop", "install").out.count("written") == 1
    assert flowdesk("desktop", "status").code == 0


def test_removing_leaves_what_is_not_ours(data: Path, flowdesk: Callable[..., Told]) -> None:
    flowdesk("desktop", "install")
    other = data / "applications" / "other.desktop"
    other.touch()
    assert flowdesk("desktop", "remove").code == 0
    assert [path for path in data.rglob("*") if path.is_file()] == [other]
    assert flowdesk("desktop", "remove").out == "nothing was installed\n"
    assert flowdesk("desktop", "status").code == 1


def test_what_cannot_be_written_is_said_in_one_sentence(data: Path, flowdesk: Callable[..., Told]) -> None:
    data.mkdir()
    (data / "applications").touch()
    told = flowdesk("desktop", "install")
    assert (told.code, told.out) == (1, "")
    assert "applications" in told.err
    assert told.err.count("\n") == 1


def test_the_entry_is_as_the_specification_has_it(data: Path, flowdesk: Callable[..., Told]) -> None:
    validate = shutil.which("desktop-file-validate")
    if validate is None:
        pytest.skip("needs desktop-file-utils")
    flowdesk("desktop", "install")
    entry = data / "applications" / "flowdesk.desktop"
    checked = subprocess.run([validate, entry], capture_output=True, text=True, check=False)
    assert checked.stdout == ""


def test_a_path_with_odd_letters_is_quoted() -> None:
    assert desktop_files._quoted("/opt/flow desk/100%") == '"/opt/flow desk/100%%"'
    assert desktop_files._quoted("/opt/$x") == '"/opt/\\\\$x"'
    assert desktop_files._quoted("/usr/bin/flowdesk") == "/usr/bin/flowdesk"


def test_without_the_program_beside_it_python_opens_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert f"Exec={tmp_path / 'python3'} -P -m flowdesk open %F\n" in desktop_files.entry()


def test_the_icons_are_of_their_sizes() -> None:
    for size in desktop_files.SIZES:
        head = asset("desktop", f"flowdesk-{size}.png").read_bytes()[16:24]
        assert head == size.to_bytes(4) * 2
