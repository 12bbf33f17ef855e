"""The comparison of the last two tries of the selected task."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.lookup import Lookup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session
    from flowdesk.store.rows import TryRow


def why_not_compare_tries(session: Session) -> str:
    """Why the tries of the selected task cannot be compared, as a sentence; "" if they can."""
    task = session.task
    if not task or session.run is None:
        return tr("No task of a run is selected")
    had = session.view.task(task).tries
    return "" if had > 1 else tr("'{task}' was tried only once").format(task=task)


def compare_last_tries(session: Session, parent: QWidget) -> None:
    """Open a comparison of the last two tries of the selected task, if there are two."""
    task, run = session.task, session.run
    if run is not None and not why_not_compare_tries(session):
        taken = partial(_take, session, parent, task)
        session.feed.look_up(Lookup(lambda store: store.tries(run.id, task), taken))


def _take(session: Session, parent: QWidget, task: str, rows: list[TryRow]) -> None:
    from flowdesk.gui.compare.window import compare_tries

    mine = [row for row in rows if row.name == task]
    if len(mine) > 1:
        compare_tries(session, mine, parent)
