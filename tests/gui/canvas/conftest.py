"""A canvas that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.graph_view import GraphView
from flowdesk.gui.canvas.ink import Ink
from flowdesk.gui.theme import LIGHT, Scheme, apply_theme
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def ink(qapp: QApplication) -> Ink:
    apply_theme(qapp, Scheme.LIGHT)
    return Ink(LIGHT)


@pytest.fixture
def canvas(qapp: QApplication, qtbot: QtBot) -> GraphView:
    """A canvas of 900 x 600 without a plan, at second 10."""
    apply_theme(qapp, Scheme.LIGHT)
    view = GraphView(clock=lambda: 10.0)
    view.set_animated(is_animated=False)
    view.resize(900, 600)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def training(canvas: GraphView) -> GraphView:
    """The same canvas with the plan of a training."""
    canvas.show_plan(training_plan())
    return canvas
