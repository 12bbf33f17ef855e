"""The menu of a run in the list or the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from flowdesk.gui.actions import Action
from flowdesk.gui.deeds.of_runs import OF_ONE_RUN

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


class RunsMenu(QMenu):
    """What can be done to the current run of a page; is gone once it is closed."""

    def __init__(self, page: PipelinePage) -> None:
        super().__init__(page)
        self.setToolTipsVisible(True)
        self.addActions([Action(deed, page, self) for deed in OF_ONE_RUN])
        self.aboutToHide.connect(self.deleteLater)
