"""Pipelines that are opened and closed leave nothing behind: neither pages nor memory, threads or files."""

from __future__ import annotations

import gc
import os
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from flowdesk.gui.app import make_window
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

PIPELINE = """
[tasks."g.get"]
bash = "true"
push.a = "float"

[tasks.use]
bash = "true"
pull.a = "g.get:a"
"""
MEASURED_FROM, PIPELINES = 50, 200
GROWTH = 8.0  # MiB between the 50th and the 200th: 50 KiB a pipeline, of the megabytes that an open one takes
PATIENCE = 20_000


def resident() -> float:
    """MiB of memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def settle() -> None:
    """Delete what is to be deleted later, and what only the collector can free."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()


@pytest.fixture
def window(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[MainWindow]:
    apply_theme(qapp, Scheme.LIGHT)
    made = make_window(home, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.timeout(300)
def test_memory_stays_flat_when_many_pipelines_are_opened_and_closed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    pages: list[weakref.ref[object]] = []
    before = (0.0, 0, 0)
    for number in range(1, PIPELINES + 1):
        path = tmp_path / f"p{number}.toml"
        path.write_text(PIPELINE)
        window.open_file(path)
        qtbot.waitUntil(lambda: bool(window.page and window.page.session.view.plan.tasks), timeout=PATIENCE)
        pages.append(weakref.ref(window.page))
        window.pages.close_front()
        settle()
        if number == MEASURED_FROM:
            before = resident(), descriptors(), threads()
    assert [page() for page in pages if page() is not None] == []
    assert resident() - before[0] < GROWTH
    assert descriptors() <= before[1]
    assert threads() <= before[2]


@pytest.mark.timeout(300)
def test_windows_leave_nothing_behind_either(
    qapp: QApplication, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    path = tmp_path / "p.toml"
    path.write_text(PIPELINE)
    windows: list[weakref.ref[object]] = []
    before = (0.0, 0, 0)
    for number in range(1, 16):
        settings = QSettings(str(tmp_path / f"{number}.ini"), QSettings.Format.IniFormat)
        made = make_window(home, settings)
        made.show()
        made.open_file(path)
        page = made.page
        assert page is not None
        qtbot.waitUntil(lambda page=page: bool(page.session.view.plan.tasks), timeout=PATIENCE)  # type: ignore[misc]  # mypy does not see through the default
        windows += [weakref.ref(made), weakref.ref(page)]
        made.close()
        made.deleteLater()
        del made, page
        settle()
        if number == 5:
            before = resident(), descriptors(), threads()
    assert [one() for one in windows if one() is not None] == []
    assert resident() - before[0] < GROWTH
    assert descriptors() <= before[1]
    assert threads() <= before[2]
