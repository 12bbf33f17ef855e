"""Between the inspector of a page and whoever edits values: what is asked there is asked of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flowdesk.gui.inspector.panel import ValuePanel
from flowdesk.gui.value_link import ValueLink
from flowdesk.store.home import values_folder

if TYPE_CHECKING:
    from flowdesk.gui.editing import Editing
    from flowdesk.gui.page import PipelinePage
    from flowdesk.store.rows import ValueRow


class ValueEdits(QObject):
    """Belongs to the inspector."""

    def __init__(self, panel: ValuePanel, editing: Editing) -> None:
        super().__init__(panel)
        self._editing = editing
        panel.edit_asked.connect(self._on_panel_edit_asked)
        panel.restore_asked.connect(self._on_panel_restore_asked)

    def _on_panel_edit_asked(self, row: ValueRow) -> None:
        self._editing.edit(row.name, row.key)

    def _on_panel_restore_asked(self, row: ValueRow) -> None:
        self._editing.restore(row.name, row.key)


def make_value_link(page: PipelinePage) -> ValueLink:
    """The inspector of `page`, with its links."""
    panel = ValuePanel(values_folder(page.session.feed.home), page)
    link = ValueLink(page.session, panel, page.docks, page.value_dock)
    link.connect_to(page.xcoms, page.stage.graph)
    ValueEdits(panel, page.clerk.editing)
    return link
