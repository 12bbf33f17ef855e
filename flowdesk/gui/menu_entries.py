"""What a menu is made of.

A deed to the pipeline in front stands in a menu as it is, one to the window in an `OfWindow`; a `Line`
parts, a `Menu` lies inside another, and `Made` is a menu that makes itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from flowdesk.gui.actions import Deed
    from flowdesk.gui.main_window import MainWindow
    from flowdesk.gui.page import PipelinePage

    Entries = Sequence["Deed[PipelinePage] | OfWindow | Menu | Made | Line"]


class Line:
    """A line between entries."""


class OfWindow(NamedTuple):
    """A deed to the window, which can be done without a pipeline."""

    deed: Deed[MainWindow]


class Made(NamedTuple):
    """A menu that fills itself."""

    make: Callable[[MainWindow], QMenu]


class Menu(NamedTuple):
    """A title and what lies under it."""

    title: str
    entries: Entries
