"""Takes a terminal's sequences out of a line: colours become spans, everything else is swallowed."""

from __future__ import annotations

import re
from typing import NamedTuple

from flowdesk.gui.log.ink_style import PLAIN, InkStyle, restyled

ESCAPE = re.compile(
    r"\x1b(?:\[([0-?]*)[ -/]*([@-~])"  # a control sequence: colours are those that end in "m"
    r"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\|$)"  # a title, a link's begin or end, a string
    r"|[ -/]+[0-~]|[0-~]|$)"  # a charset, a lone command
)
_COLOURS = re.compile(rb"\x1b\[([0-9;:]*)m")
_SIGNS = {number: 0x2400 + number for number in range(32)} | {0x7F: 0x2421}
_SIGNS |= {0x2028: 0x2424, 0x2029: 0x2424, 0x85: 0x2424}
del _SIGNS[ord("\t")]
"""What would end a line of a text layout, and what it cannot show; the tab is left."""


class Span(NamedTuple):
    """A part of a text, in characters, and its looks."""

    start: int
    end: int
    style: InkStyle


class Read(NamedTuple):
    """A line as it is shown: without sequences, with the spans that are not plain."""

    text: str
    spans: tuple[Span, ...] = ()


def read_line(raw: str, style: InkStyle = PLAIN) -> Read:
    """What a terminal would show of a line that begins in `style`.

    Where it returns to its begin, only what was printed last is shown: a progress bar is one line.
    """
    raw = raw.rstrip("\r")
    if "\r" in raw:
        before, _, raw = raw.rpartition("\r")
        style = style_after(before.encode("utf-8", "surrogatepass"), style)
    if "\x1b" not in raw:
        text = raw if raw.isprintable() else raw.translate(_SIGNS)
        return Read(text, (Span(0, len(text), style),) if style != PLAIN and text else ())
    parts, spans, length, at = list[str](), list[Span](), 0, 0
    for found in ESCAPE.finditer(raw):
        length = _add(raw[at : found.start()], style, length, into=(parts, spans))
        at = found.end()
        if found[2] == "m":
            style = restyled(style, found[1])
    _add(raw[at:], style, length, into=(parts, spans))
    return Read("".join(parts), tuple(spans))


def style_after(raw: bytes, style: InkStyle) -> InkStyle:
    """How the next line begins after one that began in `style`."""
    for parameters in _COLOURS.findall(raw):
        style = restyled(style, parameters.decode("ascii"))
    return style


def _add(text: str, style: InkStyle, length: int, *, into: tuple[list[str], list[Span]]) -> int:
    if not text:
        return length
    parts, spans = into
    parts.append(text if text.isprintable() else text.translate(_SIGNS))
    if style != PLAIN:
        spans.append(Span(length, length + len(text), style))
    return length + len(text)
