"""Between the details of a task and the panels that its links lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.details.panel import DetailsPanel
from flowdesk.plan.instances import task_of

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


class DetailsLink(QObject):
    """Belongs to the details of `page`."""

    def __init__(self, page: PipelinePage, details: DetailsPanel) -> None:
        super().__init__(details)
        self._page = page
        details.value_wanted.connect(self._on_details_value_wanted)
        details.log_wanted.connect(self._on_details_log_wanted)
        details.source_wanted.connect(self._on_details_source_wanted)

    def _on_details_value_wanted(self, name: str, key: str) -> None:
        mine = [row for row in self._page.session.values if key == row.key and name in (row.name, row.task)]
        if mine:
            self._page.value_link.open(mine[-1])
        else:
            self._page.stage.graph.key_activated.emit(task_of(name), key)

    def _on_details_log_wanted(self, name: str, number: int) -> None:
        page = self._page
        page.docks.bring(page.log_dock)
        page.log.show_task(task_of(name), page.session.view, name)
        page.session.feed.follow_log(name, number)

    def _on_details_source_wanted(self, task: str) -> None:
        self._page.session.select_task(task)
        self._page.docks.bring(self._page.source_dock)


def make_details(page: PipelinePage) -> DetailsPanel:
    """The details of what is selected in `page`, with its links."""
    made = DetailsPanel(page.session, page)
    DetailsLink(page, made)
    return made
