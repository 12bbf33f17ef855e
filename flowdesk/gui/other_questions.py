"""What the runs of a file ask that are under way and not shown, read from the store; without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.question import Question, question_of
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store


class OtherQuestions:
    """Follows the runs of one file, but for the one that is shown."""

    def __init__(self) -> None:
        self._views: dict[str, RunView] = {}

    def look(self, store: Store, rows: Iterable[RunRow], shown: str) -> list[Question]:
        """The open questions of these runs, the oldest run's first."""
        live = [row for row in rows if row.state is RunState.RUNNING and row.id != shown]
        self._views = {row.id: self._views.get(row.id) or _view(store, row) for row in live}
        found: list[Question] = []
        for row in reversed(live):
            view = self._views[row.id]
            view.apply(store.events(row.id, after_seq=view.last_seq))
            found += [question_of(row.number, name, asks, row.id) for name, asks in view.questions().items()]
        return found


def _view(store: Store, row: RunRow) -> RunView:
    return RunView(from_json(store.plan_text(row.id)), row.id)
