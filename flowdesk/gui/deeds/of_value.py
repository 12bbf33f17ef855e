"""What can be done to one value of the shown run, picked in the table of XComs or looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.possible import why_not_edit, why_not_restore
from flowdesk.plan.consumers import consumers

if TYPE_CHECKING:
    from flowdesk.gui.page import PipelinePage
    from flowdesk.store.rows import ValueRow


class PickedValue(NamedTuple):
    """A value, and the page that shows it."""

    page: PipelinePage
    row: ValueRow


def _why_not_edit(picked: PickedValue) -> str:
    session, row = picked.page.session, picked.row
    tries = session.now.task(row.name).tries
    if session.moment is None and row.try_number != tries:
        return tr("It is of try {number}; only the value of the last try is in use").format(
            number=row.try_number
        )
    return why_not_edit(session, row.name, row.key)


def _why_not_restore(picked: PickedValue) -> str:
    return _why_not_edit(picked) or why_not_restore(picked.page.session, picked.row.name, picked.row.key)


def _copy(picked: PickedValue) -> None:
    QGuiApplication.clipboard().setText(picked.row.value)


def _show_history(picked: PickedValue) -> None:
    panel = picked.page.value
    picked.page.value_link.open(picked.row)
    panel.tabs.setCurrentWidget(panel.history)


def _consumers(picked: PickedValue) -> list[str]:
    plan, row = picked.page.session.view.plan, picked.row
    return consumers(plan, row.task, {row.key}, direct=True)


def _go_to_consumers(picked: PickedValue) -> None:
    page, found = picked.page, _consumers(picked)
    page.session.select_task(found[0])
    page.stage.graph.reveal_task(found[0])
    page.value_link.open(picked.row)
    page.value.tabs.setCurrentWidget(page.value.lineage)


def _go_to_producer(picked: PickedValue) -> None:
    picked.page.session.select_task(picked.row.task)
    picked.page.stage.graph.reveal_task(picked.row.task)


LOOK: Deed[PickedValue] = Deed(
    mark("&Look at it"),
    lambda picked: picked.page.value_link.open(picked.row),
    mark("Show the value as a whole"),
)
COPY: Deed[PickedValue] = Deed(
    mark("&Copy"),
    _copy,
    mark("Put the value into the clipboard, as JSON"),
    refused=lambda picked: tr("It is secret") if picked.row.secret else "",
)
EDIT: Deed[PickedValue] = Deed(
    mark("E&dit…"),
    lambda picked: picked.page.clerk.editing.edit(picked.row.name, picked.row.key),
    mark("Put another value in its place, and run anew what takes it"),
    Icon.EDIT,
    refused=_why_not_edit,
)
RESTORE: Deed[PickedValue] = Deed(
    mark("Re&store…"),
    lambda picked: picked.page.clerk.editing.restore(picked.row.name, picked.row.key),
    mark("Put what the task pushed in its own place again"),
    Icon.RETRY,
    refused=_why_not_restore,
)
HISTORY: Deed[PickedValue] = Deed(
    mark("Show over &runs"), _show_history, mark("Show how the key was in the runs before")
)
PRODUCER: Deed[PickedValue] = Deed(
    mark("Go to who &pushed it"), _go_to_producer, mark("Select the task that pushed it")
)
CONSUMERS: Deed[PickedValue] = Deed(
    mark("Go to who p&ulled it"),
    _go_to_consumers,
    mark("Select the first task that pulls it, and list all who had it"),
    refused=lambda picked: "" if _consumers(picked) else tr("No task pulls this key"),
)
OF_VALUE: tuple[Deed[PickedValue], ...] = (LOOK, COPY, EDIT, RESTORE, HISTORY, PRODUCER, CONSUMERS)
"""The menu of a value."""


def _looked_at(page: PipelinePage) -> PickedValue | None:
    row = (page.value.row if page.is_made("value_link") else None) or page.xcoms.current
    return None if row is None else PickedValue(page, row)


def _of_looked_at(deed: Deed[PickedValue], keys: tuple[str, ...]) -> Deed[PipelinePage]:
    """The same, done to the value that is looked at, or selected."""

    def refused(page: PipelinePage) -> str:
        picked = _looked_at(page)
        if picked is None:
            return tr("No value is selected")
        return deed.refused(picked) if deed.refused else ""

    def do(page: PipelinePage) -> None:
        if picked := _looked_at(page):
            deed.do(picked)

    return Deed(deed.text, do, deed.tip, deed.icon, keys, refused, deed.role)


EDIT_SELECTED: Deed[PipelinePage] = _of_looked_at(EDIT, ("F2",))
RESTORE_SELECTED: Deed[PipelinePage] = _of_looked_at(RESTORE, ("Shift+F2",))
