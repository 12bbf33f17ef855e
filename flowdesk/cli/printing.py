"""Printing and colours as click has them, without click, whose import takes as long as a short command."""

from __future__ import annotations

import sys

from flowdesk.cli.terminal import wants_colour

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

COLOURS = {
    "red": 31,
    "green": 32,
    "yellow": 33,
    "blue": 34,
    "magenta": 35,
    "cyan": 36,
    "bright_black": 90,
}
"""ANSI's names of the colours that are used, and its numbers."""

BOLD, DIM = 1, 2


def style(text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    """Return the text in a colour (an ANSI name), and bold or dim."""
    numbers = [*([COLOURS[fg]] if fg else []), *([BOLD] if bold else []), *([DIM] if dim else [])]
    return "".join(f"\033[{number}m" for number in numbers) + text + "\033[0m"


def echo(text: str = "", *, err: bool = False, file: TextIO | None = None) -> None:
    """Print a line at once, to stdout unless said otherwise; without colours where they are not wanted."""
    stream = file or (sys.stderr if err else sys.stdout)
    if stream is None:  # a program of the desktop has none
        return
    if "\033" in text and not _has_colours(stream):
        text = _plain(text)
    stream.write(f"{text}\n")
    stream.flush()


def _has_colours(stream: TextIO) -> bool:
    wanted = wants_colour()
    return stream.isatty() if wanted is None else wanted


def _plain(text: str) -> str:
    """Return the text without what `style` has added."""
    first, *others = text.split("\033[")
    return first + "".join(other.partition("m")[2] for other in others)
