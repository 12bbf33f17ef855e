"""How a terminal would print: colours and weights, as the sequences of ECMA-48 and xterm set them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Colour = int | tuple[int, int, int] | None
"""One of the 256 by its number, red, green and blue, or the text's own."""


class InkStyle(NamedTuple):
    """What the next characters look like; the default is plain text."""

    fore: Colour = None
    back: Colour = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    hidden: bool = False
    struck: bool = False


PLAIN = InkStyle()

_SWITCHES: dict[int, dict[str, bool]] = {
    1: {"bold": True},
    2: {"dim": True},
    3: {"italic": True},
    4: {"underline": True},
    7: {"reverse": True},
    8: {"hidden": True},
    9: {"struck": True},
    21: {"underline": True},
    22: {"bold": False, "dim": False},
    23: {"italic": False},
    24: {"underline": False},
    27: {"reverse": False},
    28: {"hidden": False},
    29: {"struck": False},
}
_EXTENDED = {38: "fore", 48: "back"}


@lru_cache(4096)
def restyled(style: InkStyle, parameters: str) -> InkStyle:
    """The style after the sequence `ESC [ parameters m`; what is not known in it changes nothing."""
    codes = iter(_codes(parameters))
    for code in codes:
        if code == 0:
            style = PLAIN
        elif code in _SWITCHES:
            style = style._replace(**_SWITCHES[code])
        elif code in _EXTENDED:
            side, colour = _EXTENDED[code], _extended(codes)
            style = style._replace(fore=colour) if side == "fore" else style._replace(back=colour)
        else:
            style = _with_basic_colour(style, code)
    return style


def _codes(parameters: str) -> list[int]:
    # `38:2::r:g:b` has an empty colour space; `4:3` is a curly underline, for which a straight one does.
    pieces = [piece for part in parameters.split(";") for piece in _parts(part)]
    return [int(piece) if piece.isdigit() else 0 for piece in pieces]


def _parts(part: str) -> list[str]:
    pieces = part.split(":")
    if pieces[0] in {"38", "48"} and len(pieces) > 5 and pieces[1] == "2":  # noqa: PLR2004 - as above
        del pieces[2]
    return pieces[:1] if pieces[0] == "4" and pieces[1:2] != ["0"] else pieces


def _extended(codes: Iterator[int]) -> Colour:
    kind = next(codes, 0)
    if kind == 5:  # noqa: PLR2004 - xterm's number for one of the 256
        return min(next(codes, 0), 255)
    if kind == 2:  # noqa: PLR2004 - and for red, green and blue
        red, green, blue = (min(next(codes, 0), 255) for _ in range(3))
        return red, green, blue
    return None


def _with_basic_colour(style: InkStyle, code: int) -> InkStyle:
    tens, ones = divmod(code, 10)
    if tens in {3, 9} and ones < 8:  # noqa: PLR2004 - there are eight, and eight bright ones
        return style._replace(fore=ones + 8 * (tens == 9))  # noqa: PLR2004 - as above
    if tens in {4, 10} and ones < 8:  # noqa: PLR2004 - as above
        return style._replace(back=ones + 8 * (tens == 10))  # noqa: PLR2004 - as above
    if code == 39:  # noqa: PLR2004 - the text's own
        return style._replace(fore=None)
    return style._replace(back=None) if code == 49 else style  # noqa: PLR2004 - the ground's own
