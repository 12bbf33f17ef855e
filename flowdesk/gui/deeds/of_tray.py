"""What can be done about the desktop's messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.language import mark

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow

NOTIFY: Deed[MainWindow] = Deed(
    mark("&Notify when a run ends"),
    lambda window: window.tray.switch(),
    mark("Show a message on the desktop when a run ends while the window is not looked at"),
    refused=lambda window: window.tray.why_not(),
    checked=lambda window: window.tray.is_on,
)
