from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment


def opened(**environment: str) -> QProcess:
    """Open the window in an environment without a screen of its own, and wait for the program's end."""
    process = QProcess()
    given = QProcessEnvironment.systemEnvironment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        given.remove(name)
    for name, value in environment.items():
        given.insert(name, value)
    process.setProcessEnvironment(given)
    process.start(sys.executable, ["-m", "flowdesk", "open"])
    assert process.waitForFinished(30_000)
    return process


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "flowdesk: there is no screen for a window: set DISPLAY or WAYLAND_DISPLAY; `flowdesk run`"),
        (
            {"DISPLAY": ":4711"},
            "flowdesk: there is no screen for a window (could not connect to display :4711",
        ),
        ({"QT_QPA_PLATFORM": "paper"}, "flowdesk: there is no screen for a window (Could not find"),
    ],
)
def test_without_a_screen_the_program_ends_in_a_sentence(environment: dict[str, str], sentence: str) -> None:
    process = opened(**environment)
    told = bytes(process.readAllStandardError().data()).decode()
    assert process.exitStatus() is QProcess.ExitStatus.NormalExit, told
    assert (process.exitCode(), told.count(os.linesep)) == (1, 1), told
    assert told.startswith(sentence)
