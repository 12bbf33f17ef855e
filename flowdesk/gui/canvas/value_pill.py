"""A key on its edge: `key: type` until there is a value, then the value itself, in a few characters."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from flowdesk.gui.canvas.pill import Filling, Pill
from flowdesk.gui.canvas.value_words import value_words
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.times import moment_text
from flowdesk.xcom.stored import readable

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.plan.plan import Push
    from flowdesk.plan.run_view import ValueView


class ValuePill(Pill):
    """The pill of `task`'s `key`.

    `declared` is what its task says of the key, and `to` the task or group that pulls it here.
    """

    def __init__(  # noqa: PLR0913 - all of it is of one key
        self,
        task: str,
        key: str,
        arguments: tuple[str, ...],
        ink: Ink,
        *,
        declared: Push | None = None,
        to: str = "",
    ) -> None:
        super().__init__(task, key, ink)
        self.key = key
        self._arguments = arguments
        self._declared = declared
        self._to = to
        self._value: ValueView | None = None
        self._say(is_over=False)

    @property
    @override
    def told(self) -> str:
        title = f"{self.task} : {self.key}"
        lines = [f"<b>{html.escape(title)}</b>", *map(html.escape, self._facts())]
        return "<div>" + "<br>".join(lines) + "</div>"

    def show_value(self, value: ValueView | None, *, is_over: bool) -> None:
        """Show the value, or that there is none (`is_over`: and the task will push none any more)."""
        was_absent = self.filling is Filling.ABSENT
        if value is not self._value or (value is None and is_over is not was_absent):
            self._value = value
            self._say(is_over=is_over)

    def _say(self, *, is_over: bool) -> None:
        value = self._value
        if value is not None:
            self.say(value_words(value), _filling(value))
        elif is_over:
            self.say(tr("absent"), Filling.ABSENT)
        else:
            self.say(f": {self._declared.type}" if self._declared else "", Filling.WAITING, is_joined=True)

    def _facts(self) -> list[str]:
        """What the tooltip says below the key."""
        value, facts = self._value, []
        if self._declared is not None:
            declared = tr("declared as {type}").format(type=self._declared.type)
            facts += [declared, *([tr("secret")] if self._declared.secret else [])]
        if value is not None:
            facts += _facts_of(value)
        else:
            facts.append(tr("no value") if self.filling is Filling.ABSENT else tr("no value yet"))
        if self._to and self._arguments:
            names = ", ".join(self._arguments)
            facts.append(tr("pulled by {task} as {names}").format(task=self._to, names=names))
        elif self._arguments:
            facts.append(tr("pulled as {names}").format(names=", ".join(self._arguments)))
        return facts


def _filling(value: ValueView) -> Filling:
    if value.is_edited:
        return Filling.EDITED
    return Filling.MASKED if value.is_secret else Filling.FILLED


def _facts_of(value: ValueView) -> list[str]:
    facts = [f"{value.type}: {value.preview}"]
    if value.is_edited:
        facts.append(tr("edited by hand; it was {value}").format(value=value.original or tr("absent")))
    pushed = tr("pushed by try {number} at {moment}")
    facts.append(pushed.format(number=value.try_number, moment=moment_text(value.at)))
    facts.append(readable(value.size))
    return facts
