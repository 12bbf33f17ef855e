"""One table from state to icon and colour: the icon, the word and the colour always go together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flowdesk.cli.terminal import speaks
from flowdesk.plan.states import words
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from enum import StrEnum
    from typing import TextIO


class Look(NamedTuple):
    """How a state is shown. `plain` is the icon where a terminal knows ASCII only; colours are ANSI names."""

    icon: str
    plain: str
    colour: str


LOOKS = {
    "waiting": Look("·", ".", "bright_black"),
    "running": Look("▶", ">", "blue"),
    "up_for_retry": Look("↻", "r", "yellow"),
    "success": Look("✓", "+", "green"),
    "failed": Look("✗", "x", "red"),
    "upstream_failed": Look("⊘", "-", "magenta"),
    "skipped": Look("»", "s", "cyan"),
    "cancelled": Look("■", "c", "yellow"),
    "removed": Look("∅", "_", "bright_black"),
    "interrupted": Look("!", "!", "red"),
}


def colour_of(state: StrEnum) -> str:
    """Return the ANSI name of a state's colour."""
    return LOOKS[state.value].colour


def word(state: StrEnum, stream: TextIO | None = None) -> str:
    """Return a state's icon and word, as the stream (stdout) can show them: "✓ success"."""
    look = LOOKS[state.value]
    icon = look.icon if speaks(stream or sys.stdout, look.icon) else look.plain
    return f"{icon} {words(state)}"
