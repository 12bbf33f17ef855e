"""Between the panel of runs and the rest of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from flowdesk.gui.panels.runs import RunsPanel
from flowdesk.gui.runs_menu import RunsMenu

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


class RunsLink(QObject):
    """Belongs to the panel of runs of `page`."""

    def __init__(self, page: PipelinePage, runs: RunsPanel) -> None:
        super().__init__(runs)
        self._page = page
        runs.menu_asked.connect(self._on_runs_menu_asked)
        runs.log_wanted.connect(page.read_log)
        runs.picked.connect(page.possibilities_changed)

    def _on_runs_menu_asked(self, at: QPoint) -> None:
        RunsMenu(self._page).popup(at)


def make_runs(page: PipelinePage) -> RunsPanel:
    """The runs of the file of `page`, with their links."""
    made = RunsPanel(page.session, page.settings, page)
    RunsLink(page, made)
    made.take_up()
    return made
