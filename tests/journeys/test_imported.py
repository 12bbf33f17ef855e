"""A run goes in one file to a machine that has neither the pipeline nor its code, and is looked at there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.border import main
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

LONG = 30_000  # milliseconds; a window that opens, on a busy machine


@pytest.fixture
def imported(train: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a pipeline that ran on another machine, and is not on this one; its run was imported."""
    file = str(tmp_path / "run.flowdesk")
    monkeypatch.setenv("FLOWDESK_HOME", str(tmp_path / "there"))
    assert main(["run", str(train), "--quiet"]) == 0
    assert main(["run", "export", file]) == 0
    train.unlink()
    monkeypatch.setenv("FLOWDESK_HOME", str(home))
    assert main(["run", "import", file]) == 0
    return train


def test_it_opens_in_the_window(
    open_window: Callable[[Path], MainWindow], imported: Path, qtbot: QtBot
) -> None:
    window = open_window(imported)
    qtbot.waitUntil(lambda: window.session.run is not None, timeout=LONG)
    view = window.session.view
    assert view.task("choose").state is TaskState.SUCCESS
    accuracy = view.value("models.a", "accuracy")
    assert accuracy is not None
    assert accuracy.preview == "0.25"
    window.session.select_task("choose")
    qtbot.waitUntil(lambda: "chosen among [0.25, 0.75]" in window.shown.log.text.text(), timeout=LONG)


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("runs", "success"),
        ("show", "4 tasks"),
        ("show 1 models.a", "accuracy"),
        ("xcom list", "0.75"),
        ("xcom get models.b accuracy", "0.75"),
        ("xcom history models.b accuracy", "0.75"),
        ("logs choose", "chosen among"),
        ("logs models.a 1", "training a"),
        ("xcom export values.json", ""),
        ("run export again.flowdesk", ""),
        ("clean --keep 0 -y", ""),
    ],
)
def test_commands_show_it(
    command: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    capfd.readouterr()
    assert main(command.split()) == 0
    assert said in capfd.readouterr().out
