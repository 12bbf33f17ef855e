"""A key on its edge: an empty pill that is filled when its value arrives."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import Filling, Pill

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.run_view import ValueView


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
        self.say(value.preview if value else "absent" if is_over else "", filling)
        self._tell(value)

    def _tell(self, value: ValueView | None) -> None:
        pulled = f"pulled as {', '.join(self._arguments)}" if self._arguments else ""
        absent = "no value" if self.filling is Filling.ABSENT else "no value yet"
        said = f"{value.type}: {value.preview}" if value else absent
        lines = [f"<b>{html.escape(self.task)} : {html.escape(self.key)}</b>", html.escape(said), pulled]
        self.setToolTip("<div>" + "<br>".join(line for line in lines if line) + "</div>")
