"""What can be done to a run and to the graph: the actions of the tool bar and their menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.session import Session

RUN: Deed[Session] = Deed(
    "&Run",
    lambda session: session.start_run(),
    "Run the pipeline",
    Icon.RUN,
    ("F5", "Ctrl+R"),
    refused=lambda session: session.why_not_run(),
    role="on_accent",
)
STOP: Deed[Session] = Deed(
    "&Stop",
    lambda session: session.stop_run(),
    "Stop the run that is shown",
    Icon.STOP,
    ("Shift+F5",),
    refused=lambda session: session.why_not_stop(),
)
SHOW_FILE: Deed[Session] = Deed(
    "Show the &file",
    lambda session: session.show_file(),
    "Show the file as it is now, without a run",
    refused=lambda session: session.why_not_file(),
)
FIT: Deed[GraphView] = Deed(
    "&Fit", lambda graph: graph.fit(), "Fit the graph into the view", Icon.FIT, ("Ctrl+0",)
)
ZOOM_IN: Deed[GraphView] = Deed(
    "Zoom &in", lambda graph: graph.zoom_in(), "Zoom in", Icon.ZOOM_IN, ("Ctrl++", "Ctrl+=")
)
ZOOM_OUT: Deed[GraphView] = Deed(
    "Zoom &out", lambda graph: graph.zoom_out(), "Zoom out", Icon.ZOOM_OUT, ("Ctrl+-",)
)
