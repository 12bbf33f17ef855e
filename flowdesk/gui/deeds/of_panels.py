"""Showing and hiding the panels: made from their table, so that each has its place in the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.language import mark
from flowdesk.gui.page_panels import PANELS

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage
    from flowdesk.gui.page_panels import PagePanel


def _showing(panel: PagePanel) -> Deed[PipelinePage]:
    return Deed(
        panel.title,
        lambda page: page.docks.show_or_hide(page.docks.find(panel.title)),
        panel.tip,
        shortcuts=(panel.shortcut,) if panel.shortcut else (),
        checked=lambda page: not page.docks.find(panel.title).isHidden(),
    )


OF_PANELS: tuple[Deed[PipelinePage], ...] = tuple(_showing(panel) for panel in PANELS)
RESET: Deed[PipelinePage] = Deed(
    mark("&Reset arrangement"),
    lambda page: page.docks.reset(),
    mark("Put all panels back to where they were at first"),
)
