"""The tool bar: groups of actions with a line between them, one action in full colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

ICON = 18  # pixels


class ToolBar(QToolBar):
    """Stays where it is. The actions of the last part are shown as icons only, `primary` stands out."""

    def __init__(self, parts: Sequence[Sequence[QAction]], primary: QAction, parent: QWidget) -> None:
        super().__init__(tr("Tool bar"), parent)
        self.setObjectName("Tool bar")
        self.setMovable(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for part in parts:
            if self.actions():
                self.addSeparator()
            self.addActions(part)
        for action in parts[-1]:
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.widgetForAction(primary).setProperty("primary", True)  # noqa: FBT003 - Qt's own
