"""A window on a store of the test's own, and pipelines quick enough to be run in a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from flowdesk.gui.app import make_window
from flowdesk.gui.theme import Scheme, apply_theme
from tests.gui.conftest import garbage_stays_in_this_thread, no_thread_is_left
from tests.journeys.stall_watch import StallWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

__all__ = ["garbage_stays_in_this_thread", "no_thread_is_left"]

TRAIN = """
[pipeline]
name = "train"

[tasks.download]
bash = "echo downloaded"

[tasks."models.a"]
bash = "echo training a; echo accuracy=0.25 >> $FLOWDESK_PUSH"
after = ["download"]
push = { accuracy = "float" }

[tasks."models.b"]
bash = "echo training b; echo accuracy=0.75 >> $FLOWDESK_PUSH"
after = ["download"]
push = { accuracy = "float" }

[tasks.choose]
bash = "echo chosen among $accuracies"
pull.accuracies = { key = "accuracy", from = "models.*" }
"""

GATED = """
[pipeline]
name = "gated"

[tasks.wait]
bash = "echo waiting; until [ -e {gate} ]; do sleep 0.05; done; echo opened"

[tasks.after]
bash = "echo done"
after = ["wait"]
"""


@pytest.fixture(scope="session")
def stall_watch(qapp: QApplication) -> Iterator[StallWatch]:
    """What notes when the window's event loop stands still."""
    assert qapp is not None
    watch = StallWatch()
    yield watch
    watch.close()


@pytest.fixture(autouse=True)
def no_stall(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a journey through the window in which its event loop stood still for over 100 ms."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    watch: StallWatch = request.getfixturevalue("stall_watch")
    watch.taken()
    yield
    stalls = watch.taken()
    assert not stalls, "\n".join(map(str, stalls))


@pytest.fixture
def train(tmp_path: Path) -> Path:
    """A pipeline of four quick tasks that hand over values."""
    path = tmp_path / "train.toml"
    path.write_text(TRAIN)
    return path


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """The file that the gated pipeline waits for."""
    return tmp_path / "gate"


@pytest.fixture
def gated(tmp_path: Path, gate: Path) -> Iterator[Path]:
    """A pipeline that runs until its gate is there; opened at the end of the test in any case."""
    path = tmp_path / "gated.toml"
    path.write_text(GATED.format(gate=gate))
    yield path
    gate.touch()


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path], MainWindow]]:
    """Opens the window on a file, as `flowdesk open FILE` does, and closes it after the test."""
    apply_theme(qapp, Scheme.LIGHT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    windows: list[MainWindow] = []

    def opened(path: Path) -> MainWindow:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(home, settings)
        windows.append(window)
        window.show()
        window.open_file(path)
        qtbot.waitUntil(
            lambda: bool(window.session.view.plan.tasks or window.session.problems), timeout=20_000
        )
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
