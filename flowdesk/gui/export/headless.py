"""The door through which the command line draws graphs: without a window, a display or anybody's settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from flowdesk.layout.graph import Direction
    from flowdesk.plan.graph_formats import GraphFormat
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView

THEMES = ("light", "dark", "high-contrast", "high-contrast-dark")


def draw_graph(  # noqa: PLR0913 - as many as the command has options
    plan: Plan,
    view: RunView | None,
    form: GraphFormat,
    *,
    direction: Direction = "LR",
    theme: str = "light",
    scale: float = 2.0,
    folded: Collection[str] = (),
) -> bytes:
    """The graph of `plan` as the bytes of a picture. `theme` is one of THEMES, the rest as in `Looks`.

    Raises:
        FlowdeskError: it is too large for the format.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded: else it looks for a display
    from PySide6.QtWidgets import QApplication

    from flowdesk.gui.colours import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT
    from flowdesk.gui.export.looks import Looks
    from flowdesk.gui.export.picture import draw

    app = QApplication.instance() or QApplication(["flowdesk"])
    colours = dict(zip(THEMES, (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK), strict=True))
    drawn = draw(plan, view, form, Looks(colours[theme], direction, folded, scale=scale))
    app.processEvents()
    return drawn
