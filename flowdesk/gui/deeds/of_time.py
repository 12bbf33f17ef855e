"""Going through the time of the run that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.replay.marks import Sort

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage
    from flowdesk.gui.replay.player import Player


def _player(page: PipelinePage) -> Player:
    return page.stage.replay.player


PREVIOUS: Deed[PipelinePage] = Deed(
    "&Previous event",
    lambda page: _player(page).step(-1),
    "Show the run as it was before the last thing happened",
    Icon.PREVIOUS,
    ("Alt+Left",),
    refused=lambda page: _player(page).why_not(),
)
NEXT: Deed[PipelinePage] = Deed(
    "&Next event",
    lambda page: _player(page).step(1),
    "Show the run as it was after the next thing happened",
    Icon.NEXT,
    ("Alt+Right",),
    refused=lambda page: _player(page).why_not_now(),
)
PLAY: Deed[PipelinePage] = Deed(
    "P&lay the run",
    lambda page: _player(page).play_or_pause(),
    "Replay the run from the moment that is shown, or stay there",
    Icon.RUN,
    ("F9",),
    refused=lambda page: _player(page).why_not(),
    checked=lambda page: _player(page).is_playing,
)
PREVIOUS_FAILURE: Deed[PipelinePage] = Deed(
    "Previous &failure",
    lambda page: _player(page).step_mark(Sort.FAILURE, -1),
    "Show the run as it was when a task last failed",
    shortcuts=("Alt+Shift+Left",),
    refused=lambda page: _player(page).why_not_mark(Sort.FAILURE),
)
NEXT_FAILURE: Deed[PipelinePage] = Deed(
    "Next f&ailure",
    lambda page: _player(page).step_mark(Sort.FAILURE, 1),
    "Show the run as it was when the next task failed",
    shortcuts=("Alt+Shift+Right",),
    refused=lambda page: _player(page).why_not_mark(Sort.FAILURE),
)
FIRST: Deed[PipelinePage] = Deed(
    "To the &begin",
    lambda page: _player(page).first(),
    "Show the run as it was when it began",
    shortcuts=("Alt+Home",),
    refused=lambda page: _player(page).why_not(),
)
NOW: Deed[PipelinePage] = Deed(
    "Back to n&ow",
    lambda page: _player(page).now(),
    "Show the run as it is now",
    Icon.NOW,
    ("Alt+End",),
    refused=lambda page: _player(page).why_not_now(),
)
OF_TIME: tuple[Deed[PipelinePage], ...] = (
    PLAY,
    PREVIOUS,
    NEXT,
    PREVIOUS_FAILURE,
    NEXT_FAILURE,
    FIRST,
    NOW,
)
"""In the order of the menu."""
