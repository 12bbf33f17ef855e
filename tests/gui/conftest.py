"""What the tests of the window get: a check that no thread outlives them, a session, and a window."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings

from flowdesk.gui.feed import Feed
from flowdesk.gui.session import Session
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.main_window import MainWindow


@pytest.fixture(autouse=True)
def garbage_stays_in_this_thread() -> Iterator[None]:
    """Collect cycles between tests only, when no other thread runs Python: see `flowdesk.gui.garbage`.

    What is to be deleted later is deleted now: a window that stayed would be styled anew by the next test,
    and the last one would be left to the interpreter's end, when its application is no more.
    """
    gc.disable()
    yield
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Fail the test if a QThread that ran Python in this test is still there after it.

    CPython lists a foreign thread once Python has run in it, and until it has ended.
    """
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not left, f"threads that outlive the test: {left}"


@pytest.fixture
def session(qapp: QApplication, home: Path) -> Iterator[Session]:
    """A session without a file, whose feed has not begun to look."""
    apply_theme(qapp, Scheme.LIGHT)
    made = Session(Feed(home))
    yield made
    made.close()


@pytest.fixture
def window(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """A window without a file, shown, with settings of its own."""
    from flowdesk.gui.main_window import MainWindow

    apply_theme(qapp, Scheme.LIGHT)
    made = MainWindow(home, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made.show()
    yield made
    made.close()
    made.deleteLater()
