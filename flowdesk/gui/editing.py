"""Editing the values of the shown run: what is known of one is asked for, then the user, then the run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from flowdesk.gui.dialogs.edit_dialog import EditDialog, EditForm
from flowdesk.gui.language import tr
from flowdesk.gui.lookup import Lookup
from flowdesk.gui.wishes import Wish
from flowdesk.plan.consumers import consumers
from flowdesk.plan.instances import task_of
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from flowdesk.gui.clerk import Clerk
    from flowdesk.plan.plan import Push
    from flowdesk.store.rows import PullRow, ValueRow
    from flowdesk.store.store import Store


class Known(NamedTuple):
    """What the store has of a value: the one in use, and who pulled what in its run."""

    row: ValueRow | None
    pulls: list[PullRow]


class Editing(QObject):
    """Edits and restores values, as the clerk's other acts are done."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__(clerk)
        self._clerk = clerk

    def edit(self, name: str, key: str) -> None:
        """Ask for another value in the place of what a task pushed under a key."""
        self._look_up(name, key, self._take_to_edit)

    def restore(self, name: str, key: str) -> None:
        """Put what a task pushed under a key in its own place again, if the user agrees."""
        self._look_up(name, key, self._take_to_restore)

    def _look_up(self, name: str, key: str, take: object) -> None:
        run = self._clerk.session.run
        if run is not None and callable(take):
            asked = partial(_known, run_id=run.id, name=name, key=key)
            self._clerk.session.feed.look_up(Lookup(asked, take))

    def _take_to_edit(self, known: Known) -> None:
        row = known.row
        push = None if row is None else self._push_of(row)
        if row is None or push is None:
            return
        form = EditForm(row, push, *self._consumers(known, row))
        dialog = EditDialog(form, self._clerk.window)
        self._clerk.light_up_during(dialog, [row.task, *form.consumers])
        dialog.rerun_changed.connect(partial(self._light_up, row.task))
        dialog.accepted.connect(partial(self._edit_with, dialog, row))
        dialog.restore_asked.connect(partial(self.restore, row.name, row.key))
        dialog.open()

    def _take_to_restore(self, known: Known) -> None:
        row = known.row
        if row is None or row.edit is None:
            return
        names, _ = self._consumers(known, row)
        original = preview(row.edit.original)
        lines = [tr("What the task pushed is in use again: {value}").format(value=original)]
        if names:
            lines.append(tr("This runs anew, where it has run: {names}").format(names=", ".join(names)))
        lines.append(tr("The edited value is kept in the history of the run."))
        question = tr("Restore '{key}' of '{name}'?").format(key=row.key, name=row.name)
        wish = Wish("restore", row.name, {"keys": [row.key], "rerun": "all"})
        self._clerk.sure(question, "\n".join(lines), tr("Restore"), wish, [row.task, *names])

    def _edit_with(self, dialog: EditDialog, row: ValueRow) -> None:
        data = {"values": {row.key: dialog.value()}, "rerun": dialog.rerun()}
        self._clerk.ask(Wish("edit", row.name, data))

    def _consumers(self, known: Known, row: ValueRow) -> tuple[list[str], list[str]]:
        """All that runs anew, and of that what pulls the key itself."""
        plan = self._clerk.session.now.plan
        found = consumers(plan, row.name, {row.key}, pulled=known.pulls)
        return found, consumers(plan, row.name, {row.key}, pulled=known.pulls, direct=True)

    def _push_of(self, row: ValueRow) -> Push | None:
        task = self._clerk.session.now.plan.tasks.get(task_of(row.name))
        return next((push for push in task.push if push.key == row.key), None) if task else None

    def _light_up(self, task: str, names: list[str]) -> None:
        self._clerk.light_up([task, *map(task_of, names)])


def _known(store: Store, *, run_id: str, name: str, key: str) -> Known:
    rows = [row for row in store.values(run_id, task=name, key=key) if row.name == name]
    return Known(rows[-1] if rows else None, store.pulls(run_id))
