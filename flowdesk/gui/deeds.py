"""What can be done to a run and to the graph: the actions of the tool bar and their menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.possible import why_not_pause, why_not_resume, why_not_retry, why_not_stop
from flowdesk.gui.wishes import Wish

if TYPE_CHECKING:
    from flowdesk.gui.canvas.graph_view import GraphView
    from flowdesk.gui.clerk import Clerk

RUN: Deed[Clerk] = Deed(
    "&Run",
    lambda clerk: clerk.run(),
    "Run the pipeline; asks for its params, if it has any",
    Icon.RUN,
    ("F5", "Ctrl+R"),
    refused=lambda clerk: clerk.session.why_not_run(),
    role="on_accent",
)
STOP: Deed[Clerk] = Deed(
    "&Stop",
    lambda clerk: clerk.session.steering.ask(Wish("cancel")),
    "Stop the run that is shown",
    Icon.STOP,
    ("Shift+F5",),
    refused=lambda clerk: why_not_stop(clerk.session),
)
PAUSE: Deed[Clerk] = Deed(
    "&Pause",
    lambda clerk: clerk.session.steering.ask(Wish("pause")),
    "Let what runs come to its end, and start nothing further",
    Icon.PAUSE,
    ("F6",),
    refused=lambda clerk: why_not_pause(clerk.session),
)
RESUME: Deed[Clerk] = Deed(
    "R&esume",
    lambda clerk: clerk.session.steering.ask(Wish("resume")),
    "Go on with a run that was paused or interrupted",
    Icon.RESUME,
    ("F7",),
    refused=lambda clerk: why_not_resume(clerk.session),
)
RETRY: Deed[Clerk] = Deed(
    "Retry &failed",
    lambda clerk: clerk.session.steering.ask(Wish("retry")),
    "Run again, in the same run, what failed and what did not run because of it",
    Icon.RETRY,
    ("F8",),
    refused=lambda clerk: why_not_retry(clerk.session),
)
SHOW_FILE: Deed[Clerk] = Deed(
    "S&how the file",
    lambda clerk: clerk.session.show_file(),
    "Show the file as it is now, without a run",
    refused=lambda clerk: clerk.session.why_not_file(),
)
OF_RUN: tuple[Deed[Clerk], ...] = (RUN, STOP, PAUSE, RESUME, RETRY, SHOW_FILE)
"""In the order of the menu; all but the last are in the tool bar too."""

FIT: Deed[GraphView] = Deed(
    "&Fit", lambda graph: graph.fit(), "Fit the graph into the view", Icon.FIT, ("Ctrl+0",)
)
ZOOM_IN: Deed[GraphView] = Deed(
    "Zoom &in", lambda graph: graph.zoom_in(), "Zoom in", Icon.ZOOM_IN, ("Ctrl++", "Ctrl+=")
)
ZOOM_OUT: Deed[GraphView] = Deed(
    "Zoom &out", lambda graph: graph.zoom_out(), "Zoom out", Icon.ZOOM_OUT, ("Ctrl+-",)
)
OF_GRAPH: tuple[Deed[GraphView], ...] = (FIT, ZOOM_IN, ZOOM_OUT)
