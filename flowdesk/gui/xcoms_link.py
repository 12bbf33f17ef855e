"""Between the table of values and the rest of a page: who chooses a row chooses its task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from flowdesk.gui.deeds.of_value import PickedValue
from flowdesk.gui.panels.xcoms import XComsPanel
from flowdesk.gui.task_menu import ValueMenu

if TYPE_CHECKING:
    from flowdesk.gui.models.xcoms import XCom
    from flowdesk.gui.page import PipelinePage
    from flowdesk.store.rows import ValueRow


class XComsLink(QObject):
    """Belongs to the table of values of `page`."""

    def __init__(self, page: PipelinePage, xcoms: XComsPanel) -> None:
        super().__init__(xcoms)
        self._page = page
        session = page.session
        session.values_reset.connect(xcoms.model.reset_values)
        session.values_arrived.connect(xcoms.model.add_values)
        session.task_selected.connect(xcoms.select_task)
        xcoms.task_chosen.connect(page.choose_instance)
        xcoms.menu_asked.connect(self._on_xcoms_menu_asked)
        xcoms.table.row_activated.connect(self._on_table_row_activated)

    def _on_xcoms_menu_asked(self, row: ValueRow, at: QPoint) -> None:
        ValueMenu(PickedValue(self._page, row), self._page).popup(at)

    def _on_table_row_activated(self, xcom: XCom) -> None:
        self._page.value_link.open(xcom.row)


def make_xcoms(page: PipelinePage) -> XComsPanel:
    """The values of the run that `page` shows, with their links."""
    made = XComsPanel(page)
    XComsLink(page, made)
    made.model.reset_values(page.session.values)
    made.select_task(page.session.task)
    return made
