"""Makes `blocks.ttf`, in which every letter is the same block: `python tests/gui/pictures/blocks.py`.

It needs fonttools, which nothing else here does, so it is not among the tools of development.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

EM, ADVANCE, GAP = 1000, 560, 300
LEFT, RIGHT, TOP = 60, 500, 520
SPACES = (0x20, 0xA0, 0x2009)
LETTERS = ((0x21, 0xD7A3), (0xF900, 0xFAFF))
NOTHING = 0x200B


def block() -> object:
    """The one glyph that is seen."""
    pen = TTGlyphPen(None)
    pen.moveTo((LEFT, 0))
    for corner in ((LEFT, TOP), (RIGHT, TOP), (RIGHT, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def many_to_one() -> object:
    """The map of characters, in the form that lets many be the same glyph in a few bytes."""
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language, table.format = 3, 10, 0, 13
    seen = (code for first, last in LETTERS for code in range(first, last + 1) if code != NOTHING)
    table.cmap = dict.fromkeys(seen, "block") | dict.fromkeys(SPACES, "space")
    return table


def make(path: Path) -> None:
    """Write the font."""
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder([".notdef", "space", "block"])
    font.setupCharacterMap({0x20: "space", 0x61: "block"})
    font.setupGlyf({".notdef": block(), "space": TTGlyphPen(None).glyph(), "block": block()})
    font.setupHorizontalMetrics({".notdef": (ADVANCE, LEFT), "space": (GAP, 0), "block": (ADVANCE, LEFT)})
    font.setupHorizontalHeader(ascent=900, descent=-250)
    font.setupNameTable({"familyName": "Flowdesk Blocks", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=900, usWinAscent=900, usWinDescent=250, sxHeight=TOP, sCapHeight=700)
    font.setupPost()
    font.font["cmap"].tables.append(many_to_one())
    font.save(path)


if __name__ == "__main__":
    make(Path(__file__).with_name("blocks.ttf"))
