"""A key on its edge: an empty pill that is filled when its value arrives."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import VALUE_ROOM, Filling, Pill
from flowdesk.gui.canvas.text_line import text_width

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.run_view import ValueView

_COUNT = re.compile(r"\[\d+ \w+\]")


class ValuePill(Pill):
    """The pill of `task`'s `key`."""

    def __init__(self, task: str, key: str, arguments: tuple[str, ...], ink: Ink) -> None:
        super().__init__(task, key, ink)
        self.key = key
        self._arguments = arguments
        self._tell(None)

    def show_value(self, value: ValueView | None, *, is_over: bool) -> None:
        """Show the value, or that there is none (`is_over`: and the task will push none any more)."""
        filling = Filling.FILLED if value else Filling.ABSENT if is_over else Filling.WAITING
        self.say(_fitting(value.preview, self._ink) if value else "absent" if is_over else "", filling)
        self._tell(value)

    def _tell(self, value: ValueView | None) -> None:
        pulled = f"pulled as {', '.join(self._arguments)}" if self._arguments else ""
        absent = "no value" if self.filling is Filling.ABSENT else "no value yet"
        said = f"{value.type}: {value.preview}" if value else absent
        lines = [f"<b>{html.escape(self.task)} : {html.escape(self.key)}</b>", html.escape(said), pulled]
        self.setToolTip("<div>" + "<br>".join(line for line in lines if line) + "</div>")


def _fitting(preview: str, ink: Ink) -> str:
    """A preview; of one that is too long and begins with a count ("[10 items]"), the count alone."""
    count = _COUNT.match(preview)
    return count[0] if count and text_width(preview, ink.code) > VALUE_ROOM else preview
