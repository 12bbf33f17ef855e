"""A push that was refused, with both places: where the file declares it, and where the task pushed it.

The worker's own sentence has the second: the line of the code, or what was wrong. The first takes a reader
of files and is therefore only looked for when a push was refused, in the text that the run started with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.store.asking import storable
from flowdesk.xcom.values import preview

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.errors import Place
    from flowdesk.executors.executor import Finished
    from flowdesk.plan.plan import Push, Task
    from flowdesk.store.reusing import Reuser
    from flowdesk.store.rows import ValueRow

LONGEST = 60
"""Characters of the last good value that are shown."""


class Blame:
    """Completes the reasons of tries that failed by a push.

    `path` and `source` are the run's file and its text as the run has it; `before` is the run's number,
    `run_id` its id, if what it has taken itself counts.
    """

    def __init__(
        self, store: Reuser, path: Path, source: str, before: int, *, run_id: str | None = None
    ) -> None:
        self._store = store
        self._path = path
        self._source = source
        self._before = before
        self._run_id = run_id

    def reason(self, task: Task, name: str, finished: Finished) -> str | None:
        """Why a try failed; with the place of the declaration and the last good value if by a push.

        `name` is that of the task, or of the one made of it by `expand`.
        """
        push = next((push for push in task.push if push.key == finished.refused_key), None)
        if finished.refused_key is None or finished.reason is None:
            return finished.reason
        told = [finished.reason]
        if finished.at and finished.at not in finished.reason:
            told.append(f"pushed at {finished.at}")
        if place := self._place(task.id, push.key if push else None):
            what = "declared" if push else f"what '{task.id}' pushes is declared"
            told.append(f"{what} in {place.file}, line {place.line}")
        if push and (good := self._last_good(name, push)):
            told.append(good)
        return "; ".join(told)

    def _place(self, task: str, key: str | None) -> Place | None:
        """Where the key is declared, or would be. In an included file that has changed maybe nowhere."""
        from flowdesk.model.reader import read

        document = read(self._path, text=self._source)
        tables = document.pipeline.tasks if document.pipeline else {}
        if task not in tables:
            return None
        if key is None:
            return document.place(("tasks", task, "push") if tables[task].push else ("tasks", task), "key")
        if key not in tables[task].pushes:
            return None
        field = ("push", key) if key in tables[task].push else ("returns",)
        return document.place(("tasks", task, *field))

    def _last_good(self, name: str, push: Push) -> str | None:
        """The last value that was taken: in this run, of this try or one before; else in an earlier run."""
        rows = [] if self._run_id is None else self._store.values(self._run_id, task=name, key=push.key)
        if taken := [row for row in rows if row.name == name]:
            return f"the last good value is {_shown(push, taken[-1])}, of try {taken[-1].try_number}"
        row = self._store.latest_value(storable(str(self._path)), name, push.key, before=self._before)
        if row is None:
            return None
        number = self._store.find_run(row.run_id).number
        return f"the last good value is {_shown(push, row)}, of run #{number}"


def _shown(push: Push, row: ValueRow) -> str:
    return "a secret" if push.secret or row.secret else preview(row.value, LONGEST)
