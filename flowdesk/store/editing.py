"""The verbs about values that a person edits: another one stands in the place of what a try pushed.

What was pushed stays as it was, and so does every edit; of them, at most one is in use. Restoring sets it
aside. All that is read as a value of a run is the one in use, and says so (`ValueRow.edit`).

Refused: to change the pushed row. What a task did is a fact, and what came of it could no longer be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.store.asking import storable
from flowdesk.store.reading import MASK
from flowdesk.store.trying import TryWriter
from flowdesk.xcom.stored import size_of
from flowdesk.xcom.values import preview, type_name

if TYPE_CHECKING:
    from typing import Any

    from flowdesk.store.rows import ValueRow


class EditWriter(TryWriter):
    """Writes down what people put in the place of values."""

    def edit_value(  # noqa: PLR0913 - a value is its run, task, try and key wherever it is named
        self, run_id: str, name: str, number: int, *, key: str, value: str, by: str
    ) -> Event:
        """Put a value (JSON text) in the place of what a try pushed under a key; the latest one stays.

        `by` is who did. It is kept encrypted where what was pushed is.

        Raises:
            SecretKeyWrong: a secret one cannot be encrypted.
        """
        now, pushed = self._moment(), self._pushed(run_id, name, number, key)
        value, told, by = storable(value), type_name(value), storable(by)
        shown = {"type": told, "size": size_of(value), "preview": preview(value)}
        if pushed.secret:
            value, shown = self._vault.seal(value), shown | {"size": 0, "preview": preview(MASK)}
        original = preview(_original(pushed))
        about = {"key": key, **shown, "original": original, "by": by}
        event = self._event(run_id, EventKind.VALUE_EDITED, now, name, number, **about)
        where = self._where_of(pushed)
        self._do("set_edits_aside", **where)
        more = {"type": told, "value": value, "secret": int(pushed.secret), "edited_by": by}
        self._do("add_edit", seq=event.seq, **where, **more, now=now)
        return event

    def restore_value(self, run_id: str, name: str, number: int, *, key: str, by: str) -> Event:
        """Put what a try pushed under a key in its own place again."""
        now, pushed = self._moment(), self._pushed(run_id, name, number, key)
        self._do_one("set_edits_aside", **self._where_of(pushed))
        original = _original(pushed)
        told = pushed.edit.original_type if pushed.edit else pushed.type
        shown = {
            "type": told,
            "size": 0 if pushed.secret else size_of(original),
            "preview": preview(original),
        }
        about = {"key": key, **shown, "original": None, "by": storable(by)}
        return self._event(run_id, EventKind.VALUE_EDITED, now, name, number, **about)

    def _pushed(self, run_id: str, name: str, number: int, key: str) -> ValueRow:
        rows = self.values(run_id, task=name, key=key)
        found = next((row for row in rows if row.name == name and row.try_number == number), None)
        if found is None:
            raise LookupError(f"try {number} of '{name}' pushed no '{key}'")
        return found

    def _where_of(self, row: ValueRow) -> dict[str, Any]:
        task, map_index = split(row.name)
        where = {"run": self._number(row.run_id), "task": task, "map_index": map_index}
        return {**where, "number": row.try_number, "key": row.key}


def _original(row: ValueRow) -> str:
    return row.edit.original if row.edit else row.value
