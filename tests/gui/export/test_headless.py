from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.export.headless import THEMES, draw_graph
from flowdesk.plan.graph_formats import GraphFormat
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_drawn(theme: str) -> None:
    drawn = draw_graph(training_plan(), None, GraphFormat.PNG, theme=theme, scale=0.5)
    assert drawn.startswith(b"\x89PNG")


def test_no_display_is_looked_for(qapp: QApplication) -> None:
    draw_graph(training_plan(), None, GraphFormat.SVG, folded={"train"}, direction="TB")
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert qapp.platformName() == "offscreen"
