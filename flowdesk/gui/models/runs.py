"""The runs of one file as rows, the newest first; older ones are fetched as they are scrolled to."""

from __future__ import annotations

import json
from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import plain_icon, state_icon
from flowdesk.gui.override import override
from flowdesk.gui.state_look import Nuance, look_of, shown_of_row
from flowdesk.gui.times import ago, duration, moment_text
from flowdesk.plan.states import RunState
from flowdesk.store.surveying import ListedRun
from flowdesk.xcom.values import preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from flowdesk.gui.models.run_pages import RunPages
    from flowdesk.store.rows import RunRow

FEW = 200
"""Rows that may go while all others keep their place."""

_NOWHERE = QModelIndex()


class RunsModel(RowsModel[ListedRun]):
    """The runs of `pages`; `shown` is the id of the one that the window shows.

    `whole` tells how many tasks the file has now: a run of fewer ran a part.
    """

    def __init__(
        self, pages: RunPages, whole: Callable[[], int] = lambda: 0, parent: QObject | None = None
    ) -> None:
        super().__init__(_columns(whole), _key, strong=self._is_shown, parent=parent)
        self.shown = ""
        self._pages = pages
        pages.changed.connect(self._on_pages_changed)

    def mark(self, run_id: str) -> None:
        """Mark the run that is shown."""
        self.shown = run_id
        self.touch()

    def _is_shown(self, run: ListedRun) -> bool:
        return run.row.id == self.shown

    def _on_pages_changed(self) -> None:
        runs = self._pages.runs
        if len(self.rows) - len(runs) > FEW:
            self.reset(runs)  # they would be taken out one by one
        else:
            self.sync(runs)

    @override
    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> bool:
        return not parent.isValid() and self._pages.can_fetch

    @override
    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> None:
        self._pages.fetch_more()


def length_of(row: RunRow) -> float:
    """Seconds that a run took, or takes so far, without those for which it was over in between.

    Of an interrupted one nobody knows, which is -1.
    """
    if row.state is RunState.INTERRUPTED:
        return -1.0
    return (time() if row.finished_at is None else row.finished_at) - row.started_at - row.idle


def params_of(row: RunRow) -> dict[str, str]:
    """What a run was given, as people read it."""
    return {name: preview(text) for name, text in json.loads(row.params).items()}


def length_text(row: RunRow) -> str:
    """How long a run took, as people read it."""
    seconds = length_of(row)
    return duration(seconds) if seconds >= 0 else tr("unknown")


def why_of(row: RunRow) -> str:
    """Why a run stands as it does; "" where that is plain."""
    if row.state is RunState.INTERRUPTED:
        return tr("The process that ran it ended before the run did")
    if shown_of_row(row) is Nuance.PAUSED:
        return tr("Nothing further starts until it is resumed")
    return row.reason or ""


def _key(run: ListedRun) -> str:
    return run.row.id


def _run_tooltip(run: ListedRun) -> str:
    """The id of a run, and what it was given."""
    return "\n".join([run.row.id, *(f"{name} = {text}" for name, text in params_of(run.row).items())])


def _params_text(run: ListedRun) -> str:
    return ", ".join(f"{name} = {text}" for name, text in params_of(run.row).items())


def _part_text(run: ListedRun, whole: int) -> str:
    if run.tasks is None:
        return ""
    if run.tasks < whole:
        return tr("{n} of {whole} tasks").format(n=f"{run.tasks:,}", whole=f"{whole:,}")
    return tr("1 task") if run.tasks == 1 else tr("{n} tasks").format(n=f"{run.tasks:,}")


def _part_tooltip(run: ListedRun, whole: int) -> str:
    if run.tasks is not None and run.tasks < whole:
        return tr("It ran fewer tasks than the file has now: a part of it, or the file has grown since")
    return ""


def _origin_text(run: ListedRun) -> str:
    if run.row.parent is not None:
        return tr("run #{number}").format(number=run.parent) if run.parent else tr("another run")
    return tr("imported") if run.is_imported else ""


def _origin_tooltip(run: ListedRun) -> str:
    if run.row.parent is not None:
        return tr("A task of the run {id} started it").format(id=run.row.parent)
    return tr("It was run elsewhere, and imported") if run.is_imported else ""


def _origin_icon(run: ListedRun) -> QIcon | None:
    if run.row.parent is not None:
        return plain_icon(Icon.KIND_PIPELINE)
    return plain_icon(Icon.OPEN) if run.is_imported else None


def _columns(whole: Callable[[], int]) -> tuple[Column[ListedRun], ...]:
    return (
        Column(mark("Run"), lambda run: f"#{run.row.number}", lambda run: run.row.number, _run_tooltip),
        Column(
            mark("State"),
            lambda run: tr(look_of(shown_of_row(run.row)).word),
            tooltip=lambda run: why_of(run.row),
            icon=lambda run: state_icon(shown_of_row(run.row)),
        ),
        Column(
            mark("Started"),
            lambda run: ago(run.row.started_at, time()),
            lambda run: run.row.started_at,
            lambda run: moment_text(run.row.started_at),
        ),
        Column(
            mark("Duration"), lambda run: length_text(run.row), lambda run: length_of(run.row), right=True
        ),
        Column(mark("Params"), _params_text, tooltip=_run_tooltip),
        Column(
            mark("Ran"),
            lambda run: _part_text(run, whole()),
            lambda run: run.tasks or 0,
            lambda run: _part_tooltip(run, whole()),
        ),
        Column(mark("From"), _origin_text, tooltip=_origin_tooltip, icon=_origin_icon),
    )
