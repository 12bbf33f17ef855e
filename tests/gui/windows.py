"""A window that is open on a small pipeline."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from flowdesk.gui.app import make_window
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow

SMALL = """
[tasks."g.get"]
bash = "echo got; echo a=0.5 >> $FLOWDESK_PUSH"
push.a = "float"

[tasks.use]
bash = "echo used $a"
pull.a = "g.get:a"
"""
PATIENCE = 20_000  # milliseconds


@contextmanager
def opened_window(
    app: QApplication, home: Path, folder: Path, qtbot: QtBot, text: str = SMALL
) -> Iterator[MainWindow]:
    """The window with the pipeline drawn; it is closed in the end."""
    apply_theme(app, Scheme.LIGHT)
    window = make_window(home, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    path = folder / "small.toml"
    path.write_text(text, "utf-8")
    window.show()
    window.open_file(path)
    qtbot.waitUntil(lambda: bool(window.page and window.page.session.view.plan.tasks), timeout=PATIENCE)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
