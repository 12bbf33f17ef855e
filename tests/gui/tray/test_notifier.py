"""Messages reach the desktop by whichever way there is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from flowdesk.gui.tray.notifier import TrayNotifier, found_notifier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_without_a_tray_and_a_desktop_there_is_no_way(qapp: QApplication) -> None:
    assert found_notifier(None, QObject(qapp)) is None


def test_a_click_is_on_the_last_message(qapp: QApplication) -> None:
    clicks: list[str] = []
    notifier = TrayNotifier(QSystemTrayIcon(qapp))
    notifier.show("first", "", lambda: clicks.append("first"))
    notifier.show("second", "", lambda: clicks.append("second"))
    notifier._icon.messageClicked.emit()
    assert clicks == ["second"]


CLICKED_THROUGH_A_PORTAL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from flowdesk.gui.tray import notifier

notifier.PLATFORMS = {"offscreen"}
app = QApplication([])
found = notifier.found_notifier(None, app)
found.show("xcom: Failed", "Run #1", lambda: (print("clicked"), app.quit()))
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


def test_a_portal_takes_messages_and_tells_of_clicks() -> None:
    run = shutil.which("dbus-run-session")
    if run is None:
        pytest.skip("needs a D-Bus daemon")
    command = [run, "--", sys.executable, "-m", "tests.gui.tray.portal", CLICKED_THROUGH_A_PORTAL]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90)
    assert done.stdout.splitlines()[-1:] == ["clicked"], done.stderr
    assert done.stdout.startswith("sa{sv} flowdesk-")


def test_the_bus_is_not_started_where_there_is_none(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    monkeypatch.setattr("flowdesk.gui.tray.notifier.PLATFORMS", {"offscreen"})
    assert found_notifier(None, QObject(qapp)) is None
