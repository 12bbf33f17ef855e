"""A plan from its JSON text, task by task: what JSON makes of a task is gone before the next one is read.

To make all of it at once was refused. It took three times the memory of the plan, and what was left between
the plan's parts, when it was freed, the engine had no use for. What is equal among tasks, and most of it is
(ids, code, upstream), is there once.
"""

from __future__ import annotations

import re
from functools import partial
from json import JSONDecoder
from typing import TYPE_CHECKING, Any

from flowdesk.plan.plan import Edge, Expand, Group, Kind, Notify, Param, Plan, Pull, Push, Source, Task
from flowdesk.plan.trigger import TriggerRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Maker = Callable[[Any], Any]

_SPACE = re.compile(r"[ \t\r\n]*")
_decode = JSONDecoder().raw_decode


class NoPlan(ValueError):
    """The text is no plan that flowdesk wrote."""


def _record(kind: Any, /, **makers: Maker) -> Maker:  # noqa: ANN401 - a class of named tuples
    """What makes a kind of part from what JSON has of it. `makers` are for fields that JSON has otherwise."""
    nothing = object()
    fields = {name: (place, makers.get(name)) for place, name in enumerate(kind._fields)}
    blank = [kind._field_defaults.get(name, nothing) for name in fields]
    required = blank.count(nothing)
    make = partial(tuple.__new__, kind)

    def part(values: dict[str, Any]) -> object:
        made = blank.copy()
        for name, value in values.items():
            place, maker = fields[name]
            made[place] = value if maker is None else maker(value)
        if nothing in made[:required]:
            raise NoPlan(f"{kind._fields[made.index(nothing)]} is missing")
        return make(made)

    return part


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

        source = _record(Source, task=word, key=word)
        notify = _record(Notify, on=words, command=words)
        push = _record(Push, key=word, type=word, source=source)
        pull = _record(Pull, argument=word, sources=listed(source), type=word)
        expand = _record(Expand, argument=word, source=source)
        self.task = _record(
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
        self.edge = _record(Edge, source=word, target=word, key=word, argument=word)
        self.group = _record(Group)
        param = _record(Param, choices=words)
        self.plan = _record(Plan, params=listed(param), tags=words, files=words, notify=notify)

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
    reader, found, values = _Reader(text), None, dict[str, Any]()
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
    return found, reader.plan(values)
