"""What can be done to the run that is shown, and to begin one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark
from flowdesk.gui.possible import why_not_pause, why_not_resume, why_not_retry, why_not_stop
from flowdesk.gui.way_here import copy_way, why_no_way
from flowdesk.gui.wishes import Wish

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage

RUN: Deed[PipelinePage] = Deed(
    mark("&Run"),
    lambda page: page.clerk.run(),
    mark("Run the pipeline; asks for its params, if it has any"),
    Icon.RUN,
    ("F5", "Ctrl+R"),
    refused=lambda page: page.session.why_not_run(),
    role="on_accent",
)
STOP: Deed[PipelinePage] = Deed(
    mark("&Stop…"),
    lambda page: page.clerk.stop(),
    mark("Stop the run that is shown"),
    Icon.STOP,
    ("Shift+F5",),
    refused=lambda page: why_not_stop(page.session),
)
PAUSE: Deed[PipelinePage] = Deed(
    mark("&Pause"),
    lambda page: page.clerk.ask(Wish("pause")),
    mark("Let what runs come to its end, and start nothing further"),
    Icon.PAUSE,
    ("F6",),
    refused=lambda page: why_not_pause(page.session),
)
RESUME: Deed[PipelinePage] = Deed(
    mark("R&esume"),
    lambda page: page.clerk.ask(Wish("resume")),
    mark("Go on with a run that was paused or interrupted"),
    Icon.RESUME,
    ("F7",),
    refused=lambda page: why_not_resume(page.session),
)
RETRY: Deed[PipelinePage] = Deed(
    mark("Retry &failed"),
    lambda page: page.clerk.ask(Wish("retry")),
    mark("Run again, in the same run, what failed and what did not run because of it"),
    Icon.RETRY,
    ("F8",),
    refused=lambda page: why_not_retry(page.session),
)
SHOW_FILE: Deed[PipelinePage] = Deed(
    mark("S&how the file"),
    lambda page: page.session.show_file(),
    mark("Show the file as it is now, without a run"),
    refused=lambda page: page.session.why_not_file(),
)
COPY_WAY: Deed[PipelinePage] = Deed(
    mark("Copy lin&k to this run"),
    lambda page: copy_way(page.session),
    mark("Copy a command that opens the window at this run"),
    Icon.FILE,
    refused=lambda page: why_no_way(page.session),
)
OF_RUN: tuple[Deed[PipelinePage], ...] = (RUN, STOP, PAUSE, RESUME, RETRY, SHOW_FILE)
"""In the order of the menu; all but the last are in the tool bar too."""
