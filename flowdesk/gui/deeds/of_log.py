"""What can be done to the log of the pipeline in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


def _bring(page: PipelinePage) -> None:
    page.docks.bring(page.docks.find("Log"))


def _find(page: PipelinePage) -> None:
    _bring(page)
    page.log.find_bar.open()


def _go_to_first(page: PipelinePage) -> None:
    _bring(page)
    page.log.go_to_first_error()


def _go_on(page: PipelinePage) -> None:
    _bring(page)
    page.log.go_to_next_error()


def _go_back(page: PipelinePage) -> None:
    _bring(page)
    page.log.go_to_error_before()


FIND: Deed[PipelinePage] = Deed(
    mark("&Find in the log…"),
    _find,
    mark("Find a text or an expression in the log"),
    Icon.FIND,
    ("Ctrl+Alt+F",),
    refused=lambda page: page.log.why_no_text(),
)
FIRST_ERROR: Deed[PipelinePage] = Deed(
    mark("F&irst error"),
    _go_to_first,
    mark("Show the first error in the log"),
    Icon.PROBLEM,
    ("Ctrl+J",),
    refused=lambda page: page.log.why_no_error(),
)
NEXT_ERROR: Deed[PipelinePage] = Deed(
    mark("&Next error"),
    _go_on,
    mark("Show the next error in the log"),
    shortcuts=("F4",),
    refused=lambda page: page.log.why_no_error(),
)
ERROR_BEFORE: Deed[PipelinePage] = Deed(
    mark("&Previous error"),
    _go_back,
    mark("Show the error before in the log"),
    shortcuts=("Shift+F4",),
    refused=lambda page: page.log.why_no_error(),
)
WRAP: Deed[PipelinePage] = Deed(
    mark("&Break long lines"),
    lambda page: page.log.head.wrap.toggle(),
    mark("Break the log's long lines, or let them go on to the right"),
    Icon.WRAP,
    ("Alt+Z",),
)
TIMES: Deed[PipelinePage] = Deed(
    mark("Show &times"),
    lambda page: page.log.head.times.toggle(),
    mark("Show when each line of the log was printed, or do not"),
    Icon.CLOCK,
    ("Alt+T",),
)
TO_END: Deed[PipelinePage] = Deed(
    mark("Follow the &end"),
    lambda page: page.log.text.go_to_end(),
    mark("Go to the end of the log, and stay there while it grows"),
    Icon.DOWN,
    refused=lambda page: page.log.why_no_text(),
)
SAVE: Deed[PipelinePage] = Deed(
    mark("&Save the log…"),
    lambda page: page.log.save(),
    mark("Save the lines of the log that are shown as a file"),
    Icon.SAVE,
    refused=lambda page: page.log.why_no_text(),
)
OF_LOG: tuple[Deed[PipelinePage], ...] = (
    FIND,
    FIRST_ERROR,
    NEXT_ERROR,
    ERROR_BEFORE,
    WRAP,
    TIMES,
    TO_END,
    SAVE,
)
"""In the order of the menu."""
