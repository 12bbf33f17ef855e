"""A plan from its JSON text, task by task: what JSON makes of a task is gone before the next one is read.

To make all of it at once was refused. It took three times the memory of the plan, and what was left between
the plan's parts, when it was freed, the engine had no use for. What is equal among tasks, and most of it is
(ids, code, upstream), is there once.
"""

from __future__ import annotations

import re
from json import JSONDecoder
from typing import TYPE_CHECKING

from flowdesk.plan.parts import record
from flowdesk.plan.plan import Edge, Expand, Group, Kind, Notify, Param, Plan, Pull, Push, Source, Task
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from flowdesk.plan.parts import Maker

_SPACE = re.compile(r"[ \t\r\n]*")
_decode = JSONDecoder().raw_decode


class NoPlan(ValueError):
    """The text is no plan that flowdesk wrote."""


class _Reader:
    """Reads one text. `shared` has what is there once, however often it is written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        shared: dict[Any, Any] = {}
        once = shared.setdefault

        def word(text: str) -> str:
            return once(text, text)  # type: ignore[no-any-return]  # what is under a text is that text

        def words(items: list[Any]) -> tuple[Any, ...]:
            found = tuple([once(item, item) for item in items])
            return once(found, found)  # type: ignore[no-any-return]  # as above

        def several(make: Maker) -> Maker:
            return lambda items: words([make(item) for item in items])

        def listed(make: Maker) -> Maker:
            return lambda items: tuple(map(make, items))

        source = record(Source, task=word, key=word)
        notify = record(Notify, on=words, command=words)
        push = record(Push, key=word, type=word, source=source)
        pull = record(Pull, argument=word, sources=listed(source), type=word)
        expand = record(Expand, argument=word, source=source)
        self.task = record(
            Task,
            id=word,
            kind=Kind,
            code=words,
            upstream=words,
            push=several(push),
            pulls=listed(pull),
            expand=listed(expand),
            trigger_rule=TriggerRule,
            choices=words,
            skip_on_exit_code=words,
            teardown=words,
            notify=notify,
        )
        self.edge = record(Edge, source=word, target=word, key=word, argument=word)
        self.group = record(Group)
        param = record(Param, choices=words)
        self.plan = record(Plan, params=listed(param), tags=words, files=words, notify=notify)

    def begin(self) -> None:
        """Step into the outermost object."""
        self._at = _SPACE.match(self._text).end()  # type: ignore[union-attr]  # no space is a match
        self._expect("{")

    def fields(self) -> Iterator[str]:
        """The names of the outermost object; what is under each is to be taken before the next one."""
        while True:
            name = self.value()
            self._expect(":")
            yield name
            if self._text[self._at : self._at + 1] != ",":
                return self._expect("}")
            self._expect(",")

    def value(self) -> Any:  # noqa: ANN401 - whatever JSON has
        """Take what comes next."""
        value, end = _decode(self._text, self._at)
        self._at = _SPACE.match(self._text, end).end()  # type: ignore[union-attr]  # no space is a match
        return value

    def each(self, make: Maker) -> Iterator[Any]:
        """Take a list, item by item."""
        self._expect("[")
        while self._text[self._at : self._at + 1] != "]":
            yield make(self.value())
            if self._text[self._at : self._at + 1] == ",":
                self._expect(",")
        self._expect("]")

    def _expect(self, sign: str) -> None:
        if not self._text.startswith(sign, self._at):
            raise NoPlan(f"there is no {sign}")
        self._at = _SPACE.match(self._text, self._at + 1).end()  # type: ignore[union-attr]  # as above


def version_and_plan(text: str, version: int) -> tuple[object, Plan | None]:
    """The version of a text, and the plan if it is of the version that is asked for.

    Raises:
        NoPlan: it is no plan. KeyError, TypeError, ValueError: it is a damaged one.
    """
    reader, found = _Reader(text), None
    values: dict[str, Any] = {}
    reader.begin()
    for name in reader.fields():
        if name == "version":
            found = reader.value()
            if found != version:
                return found, None
        elif name == "tasks":
            values[name] = {task.id: task for task in reader.each(reader.task)}
        elif name == "groups":
            values[name] = {group.id: group for group in reader.each(reader.group)}
        elif name == "edges":
            values[name] = tuple(reader.each(reader.edge))
        else:
            values[name] = reader.value()
    if found is None:
        raise NoPlan("it has no version")
    return found, reader.plan(values)
