"""Korean is written where a font has it: in the window's face and in code, bold, at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from flowdesk.gui.fonts import interface_font, mono_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TEXT = "학습 모델 abc"
KOREAN = QFontDatabase.WritingSystem.Korean


def missing(font: QFont) -> int:
    """How many letters of the text are drawn as empty boxes."""
    layout = QTextLayout(TEXT, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return sum(run.glyphIndexes().count(0) for run in layout.glyphRuns())


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_korean_is_drawn_and_not_boxes(qapp: QApplication, weight: QFont.Weight, scale: int) -> None:
    assert qapp is not None
    if not QFontDatabase.families(KOREAN):
        pytest.skip("needs a font with Korean")
    for font in (interface_font(), mono_font()):
        font.setWeight(weight)
        font.setPointSizeF(font.pointSizeF() * scale)
        assert missing(font) == 0
