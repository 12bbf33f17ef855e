"""What the window says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from flowdesk import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AboutBox(QMessageBox):
    """Name, version, licence; is gone once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        text = f"flowdesk {__version__}\n\nPipelines with a contract. Licensed under Apache 2.0."
        super().__init__(QMessageBox.Icon.NoIcon, "About flowdesk", text, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
