"""The panels round the graph, as a table: a further panel is a further line.

The first panel of an area heads a place; those that lie `on` it share that place as tabs. The title is
the dock's name too, by which `page.docks.find` knows it and an arrangement is kept. A panel is made, and
its modules are loaded, when its dock is first seen or asked for its widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from flowdesk.gui.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.page import PipelinePage

BOTTOM, RIGHT = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


@dataclass(frozen=True, slots=True)
class PagePanel:
    """One panel: how it is made, and where it lies at first."""

    title: str
    make: Callable[[PipelinePage], QWidget]
    area: Qt.DockWidgetArea = BOTTOM
    on: str = ""  # the panel whose place it shares
    is_shown: bool = True
    shortcut: str = ""
    tip: str = ""


def _details(page: PipelinePage) -> QWidget:
    from flowdesk.gui.details.link import make_details

    return make_details(page)


def _gantt(page: PipelinePage) -> QWidget:
    from flowdesk.gui.gantt.link import make_gantt

    return make_gantt(page)


def _events(page: PipelinePage) -> QWidget:
    from flowdesk.gui.panels.events import EventsPanel

    return EventsPanel(page.session, page)


def _durations(page: PipelinePage) -> QWidget:
    from flowdesk.gui.panels.durations import DurationsPanel

    return DurationsPanel(page.session, page)


PANELS = (
    PagePanel(mark("XComs"), lambda page: page.xcoms, shortcut="Alt+1", tip=mark("What the tasks pushed")),
    PagePanel(
        mark("Problems"),
        lambda page: page.problems,
        on="XComs",
        shortcut="Alt+2",
        tip=mark("What is wrong with the file"),
    ),
    PagePanel(
        mark("Log"), lambda page: page.log, shortcut="Alt+3", tip=mark("What the selected task printed")
    ),
    PagePanel(
        mark("Source"),
        lambda page: page.source,
        on="Log",
        shortcut="Alt+4",
        tip=mark("The file as it is written, problems marked"),
    ),
    PagePanel(
        mark("Value"),
        lambda page: page.value,
        on="Log",
        shortcut="Alt+5",
        tip=mark("One value whole: its content, past and origin"),
    ),
    PagePanel(
        mark("Runs"), lambda page: page.runs, RIGHT, shortcut="Alt+6", tip=mark("The runs of this file")
    ),
    PagePanel(
        mark("Details"),
        _details,
        on="Log",
        shortcut="Alt+9",
        tip=mark("All that is known of the selected task and its tries"),
    ),
    PagePanel(
        mark("Gantt"),
        _gantt,
        on="XComs",
        shortcut="Alt+7",
        tip=mark("When each task waited and ran, and which ones the run's length hangs on"),
    ),
    PagePanel(
        mark("Events"),
        _events,
        on="XComs",
        shortcut="Alt+8",
        tip=mark("All that happened in the run, in its order"),
    ),
    PagePanel(
        mark("Durations"),
        _durations,
        on="XComs",
        shortcut="Alt+0",
        tip=mark("How long the selected task, or the whole run, took over the runs"),
    ),
)
