"""How the graph is looked at: the actions of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage

FIT: Deed[PipelinePage] = Deed(
    "&Fit", lambda page: page.stage.graph.fit(), "Fit the graph into the view", Icon.FIT, ("Ctrl+0",)
)
ZOOM_IN: Deed[PipelinePage] = Deed(
    "Zoom &in", lambda page: page.stage.graph.zoom_in(), "Zoom in", Icon.ZOOM_IN, ("Ctrl++", "Ctrl+=")
)
ZOOM_OUT: Deed[PipelinePage] = Deed(
    "Zoom &out", lambda page: page.stage.graph.zoom_out(), "Zoom out", Icon.ZOOM_OUT, ("Ctrl+-",)
)
OF_GRAPH: tuple[Deed[PipelinePage], ...] = (FIT, ZOOM_IN, ZOOM_OUT)
