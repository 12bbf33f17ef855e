"""The pill that stands for all keys of a line beyond those that have a pill of their own."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import Filling, Pill
from flowdesk.gui.canvas.value_words import value_words
from flowdesk.gui.language import tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.run_view import ValueView

MOST_TOLD = 40  # keys that a tooltip has room for


class RestPill(Pill):
    """Says how many `keys` of `task` it stands for, or their `name`, and how many values are there."""

    def __init__(self, task: str, keys: Sequence[str], ink: Ink, *, name: str = "") -> None:
        super().__init__(task, name or tr("+{n} more").format(n=len(keys)), ink)
        self.keys = tuple(keys)
        self._values: dict[str, ValueView] = {}
        self._said = ""

    @property
    @override
    def told(self) -> str:
        lines = [f"<b>{html.escape(self.task)}</b>"]
        for key in self.keys[:MOST_TOLD]:
            value = self._values.get(key)
            lines.append(html.escape(f"{key}: {value_words(value)}" if value else key))
        if len(self.keys) > MOST_TOLD:
            lines.append(tr("… and {n} more").format(n=len(self.keys) - MOST_TOLD))
        return "<div>" + "<br>".join(lines) + "</div>"

    def show_value(self, key: str, value: ValueView | None, *, is_over: bool) -> None:
        """Take up the value of one of the keys, or that there is none."""
        if value:
            self._values[key] = value
        else:
            self._values.pop(key, None)
        here, total = len(self._values), len(self.keys)
        is_full = here == total or (is_over and here > 0)
        filling = Filling.FILLED if is_full else Filling.ABSENT if is_over else Filling.WAITING
        if any(value.is_edited for value in self._values.values()):
            filling = Filling.EDITED
        said = f"{here}/{total}" if here or is_over else ""
        if (said, filling) != (self._said, self.filling):
            self._said = said
            self.say(said, filling)
