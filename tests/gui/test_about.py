from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from flowdesk import __version__
from flowdesk.gui.about import AboutBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_tells_every_version_and_copies_them(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = AboutBox(parent)
    told = {label.text() for label in box.findChildren(QLabel)}
    assert {"flowdesk", __version__, "Python", platform.python_version(), "Qt", "PySide6", "SQLite"} <= told
    box.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"flowdesk {__version__}\nPython {platform.python_version()}")
