from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

from flowdesk.gui.address import address
from flowdesk.gui.one_window import Door

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_in_the_terminal_closes_the_window_in_good_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, number: signal.Signals
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    process = QProcess()
    process.start(sys.executable, ["-m", "flowdesk", "open"])
    assert process.waitForStarted()
    status = f"/proc/{process.processId()}/status"
    qtbot.waitUntil(lambda: catches_sigterm(status), timeout=20_000)
    os.kill(process.processId(), number)
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning, timeout=20_000)
    assert process.exitStatus() is QProcess.ExitStatus.NormalExit
    assert process.exitCode() == 0
    assert "Traceback" not in process.readAllStandardError().toStdString()


def test_several_files_are_handed_to_the_window_that_is_open(
    home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    door = Door(address(home))
    assert door.open()
    files = [str(tmp_path / "a.toml"), str(tmp_path / "b.toml")]
    process = QProcess()
    with qtbot.waitSignal(door.knocked, timeout=20_000) as knocked:
        process.start(sys.executable, ["-m", "flowdesk", "open", *files])
    assert knocked.args is not None
    assert [str(path) for path in knocked.args[0]] == files
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning, timeout=20_000)
    assert process.exitCode() == 0
    door.close()


def catches_sigterm(status: str) -> bool:
    """Whether the process has a handler for it; Python has none by itself."""
    with open(status, encoding="ascii") as file:  # noqa: PTH123 - a file of the kernel
        mask = next(int(line.split()[1], 16) for line in file if line.startswith("SigCgt"))
    return bool(mask >> (signal.SIGTERM - 1) & 1)
