from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket

from flowdesk.gui.address import address
from flowdesk.gui.one_window import LARGEST, Door, hand_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

HAND_OVER = (
    "import sys; from pathlib import Path; from flowdesk.gui.one_window import hand_over;"
    "sys.exit(0 if hand_over(Path(sys.argv[1]), [Path(sys.argv[2])]) else 3)"
)


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "d"  # short: a socket's path has 107 bytes at most


@pytest.fixture
def door(where: Path, qapp: QApplication) -> Iterator[Door]:
    assert qapp is not None
    made = Door(where)
    assert made.open()
    yield made
    made.close()


def test_what_a_visitor_brings_is_told_and_he_is_answered(door: Door, where: Path, qtbot: QtBot) -> None:
    visitor = QProcess()
    with qtbot.waitSignal(door.knocked, timeout=20_000) as knocked:
        visitor.start(sys.executable, ["-c", HAND_OVER, str(where), "/pipelines/모델.toml"])
    assert knocked.args == [[Path("/pipelines/모델.toml")]]
    qtbot.waitUntil(lambda: visitor.state() is QProcess.ProcessState.NotRunning)
    assert visitor.exitCode() == 0


def test_a_visitor_may_ask_for_a_run_and_a_task(door: Door, where: Path, qtbot: QtBot) -> None:
    visitor = QLocalSocket()
    visitor.connectToServer(str(where))
    assert visitor.waitForConnected(1000)
    with qtbot.waitSignal(door.pointed, timeout=20_000) as pointed:
        visitor.write(b'{"files": ["/a.toml"], "run": "12", "task": "train[3]", "token": ""}\n')
    assert pointed.args == ["12", "train[3]"]


def test_without_a_window_nothing_is_handed_over(where: Path) -> None:
    assert not hand_over(where, [])


@pytest.mark.usefixtures("door")
def test_a_second_window_does_not_take_the_address(where: Path) -> None:
    assert not Door(where).open()


@pytest.mark.usefixtures("qapp")
def test_a_socket_left_by_a_killed_window_is_taken_over(where: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from flowdesk.gui.one_window import Door; app = QCoreApplication([]);"
        "door = Door(Path(sys.argv[1])); print(door.open());"
        "sys.stdout.flush(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = QProcess()
    killed.start(sys.executable, ["-c", code, str(where)])
    assert killed.waitForFinished(20_000)
    assert where.exists()
    heir = Door(where)
    assert heir.open()
    heir.close()


@pytest.mark.parametrize(
    "said",
    [
        b"hello\n",
        b"{}\n",
        b'{"files": [1], "token": ""}\n',
        b'{"files": [], "run": 1, "token": ""}\n',
        b"x" * (LARGEST + 1),
    ],
)
def test_who_does_not_speak_our_language_is_shown_out(
    door: Door, where: Path, qtbot: QtBot, said: bytes
) -> None:
    told: list[object] = []
    door.knocked.connect(told.append)
    stranger = QLocalSocket()
    stranger.connectToServer(str(where))
    assert stranger.waitForConnected(1000)
    stranger.write(said)
    qtbot.waitUntil(lambda: stranger.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert not told


def test_only_the_user_can_reach_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = address(tmp_path / "home").parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder.name == f"flowdesk-{os.getuid()}"


def test_every_store_and_screen_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    here = address(tmp_path / "home")
    assert address(tmp_path / "home") == here
    assert address(tmp_path / "other") != here
    monkeypatch.setenv("DISPLAY", ":1234")
    assert address(tmp_path / "home") != here
