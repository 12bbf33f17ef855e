"""Between the chart of times and the log: whoever enters a bar reads what its try printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.gantt.panel import GanttPanel
from flowdesk.plan.instances import task_of

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


class GanttLink(QObject):
    """Belongs to the panel of times of `page`."""

    def __init__(self, page: PipelinePage, panel: GanttPanel) -> None:
        super().__init__(panel)
        self._page = page
        panel.chart.task_activated.connect(self._on_chart_task_activated)

    def _on_chart_task_activated(self, name: str, number: int) -> None:
        page = self._page
        page.session.select_task(task_of(name))
        page.docks.bring(page.log_dock)
        page.log.show_task(task_of(name), page.session.view, name)
        if number:
            page.session.feed.follow_log(name, number)


def make_gantt(page: PipelinePage) -> GanttPanel:
    """The times of the run that `page` shows, with the way to its logs."""
    made = GanttPanel(page.session, page)
    GanttLink(page, made)
    return made
