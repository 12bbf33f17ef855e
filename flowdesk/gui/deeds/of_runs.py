"""What can be done to a run of the list or the grid, and to the runs of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.actions import Deed
from flowdesk.gui.compare.last_tries import compare_last_tries, why_not_compare_tries
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.panels.runs_head import GRID, LIST

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage


def _why_not_one(page: PipelinePage) -> str:
    return "" if page.runs.current else tr("No run is selected")


def _why_not_two(page: PipelinePage) -> str:
    return "" if page.runs.pair else tr("There is no other run to compare with")


def _show(page: PipelinePage) -> None:
    if page.runs.current:
        page.session.show_run(page.runs.current.id)


def _export(page: PipelinePage) -> None:
    if page.runs.current:
        page.runs.errands.export(page.runs.current)


def _delete(page: PipelinePage) -> None:
    if page.runs.current:
        page.runs.errands.remove(page.runs.current)


def _find(page: PipelinePage) -> None:
    page.docks.bring(page.runs_dock)
    page.runs.head.field.setFocus()


def _view(page: PipelinePage, view: int) -> None:
    page.docks.bring(page.runs_dock)
    page.runs.show_view(view)
    page.runs.setFocus()


SHOW_RUN: Deed[PipelinePage] = Deed(
    mark("&Show this run"), _show, mark("Show the selected run in the graph"), Icon.RUNS, refused=_why_not_one
)
COPY_ID: Deed[PipelinePage] = Deed(
    mark("Copy &id"),
    lambda page: page.runs.copy_id(),
    mark("Put the id of the selected run into the clipboard"),
    refused=_why_not_one,
)
EXPORT: Deed[PipelinePage] = Deed(
    mark("E&xport run…"),
    _export,
    mark("Write the selected run to a file, for another machine"),
    refused=_why_not_one,
)
IMPORT: Deed[PipelinePage] = Deed(
    mark("I&mport run…"),
    lambda page: page.runs.errands.import_(),
    mark("Bring in a run from a file that was exported"),
)
COMPARE: Deed[PipelinePage] = Deed(
    mark("&Compare runs"),
    lambda page: page.runs.compare(),
    mark("Compare the two picked runs, or the selected one with the shown one or the one before"),
    Icon.COMPARE,
    ("Ctrl+D",),
    refused=_why_not_two,
)
COMPARE_TRIES: Deed[PipelinePage] = Deed(
    mark("Compare &tries"),
    lambda page: compare_last_tries(page.session, page.runs),
    mark("Compare the last two tries of the selected task"),
    Icon.COMPARE,
    refused=lambda page: why_not_compare_tries(page.session),
)
DELETE: Deed[PipelinePage] = Deed(
    mark("&Delete run…"),
    _delete,
    mark("Remove the selected run with its tries, values and logs"),
    Icon.DELETE,
    refused=lambda page: page.runs.errands.why_not_remove(page.runs.current),
)
FIND: Deed[PipelinePage] = Deed(
    mark("Fi&nd a run"), _find, mark("Find runs by number, id, param or reason"), shortcuts=("Ctrl+Shift+R",)
)
AS_LIST: Deed[PipelinePage] = Deed(
    mark("Runs as a &list"),
    lambda page: _view(page, LIST),
    mark("Show the runs of the file as a list"),
    Icon.LIST,
    checked=lambda page: not page.runs.is_grid,
)
AS_GRID: Deed[PipelinePage] = Deed(
    mark("Runs as a &grid"),
    lambda page: _view(page, GRID),
    mark("Show the runs as a grid: a column for each run, a row for each task"),
    Icon.GRID,
    shortcuts=("Alt+G",),
    checked=lambda page: page.runs.is_grid,
)
FOLD_ALL: Deed[PipelinePage] = Deed(
    mark("Fold all groups of the grid"),
    lambda page: page.runs.grid.fold_all(folded=True),
    mark("Sum the tasks of each group in one row"),
    refused=lambda page: "" if page.runs.is_grid else tr("The runs are shown as a list"),
)
UNFOLD_ALL: Deed[PipelinePage] = Deed(
    mark("Unfold all groups of the grid"),
    lambda page: page.runs.grid.fold_all(folded=False),
    mark("Show a row for each task"),
    refused=lambda page: "" if page.runs.is_grid else tr("The runs are shown as a list"),
)
OF_ONE_RUN: tuple[Deed[PipelinePage], ...] = (SHOW_RUN, COMPARE, COPY_ID, EXPORT, DELETE)
"""The menu of a run."""

OF_RUNS: tuple[Deed[PipelinePage], ...] = (
    *(AS_LIST, AS_GRID, FOLD_ALL, UNFOLD_ALL, FIND),
    *(COMPARE, COMPARE_TRIES, COPY_ID, EXPORT, IMPORT, DELETE),
)
"""The menu of the runs."""
