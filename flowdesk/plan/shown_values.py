"""The values that a shown run holds, by its events: pushed, and put in their place by who edited them.

As with all of a shown run, what is handed out is replaced and never changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.instances import task_of
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan


class ValueView(NamedTuple):
    """A value as edges and tables show it: of the last try that pushed its key. `size` in bytes.

    Of a mapped task it is the last that one of its tasks pushed, and `preview` begins with how many did.
    Where a person edited it (of a mapped task, any of them), `type`, `preview` and `size` are the edited
    one's, and `original` is the preview of what the task pushed. `is_secret` is by its declaration.
    """

    type: str
    preview: str
    try_number: int
    size: int
    at: float
    is_edited: bool = False
    is_secret: bool = False
    original: str | None = None


class _Mapped(NamedTuple):
    """Which of those made of a mapped task pushed a key, and of which the value was edited."""

    pushed: set[str]
    edited: set[str]


Kept = tuple["dict[str, Mapping[str, ValueView]]", dict[tuple[str, str], _Mapped]]
"""The state of all values at one moment."""


class ShownValues:
    """By the name of a task, the values of its keys."""

    def __init__(self, plan: Plan) -> None:
        self._values: dict[str, Mapping[str, ValueView]] = {}
        self._mapped: dict[tuple[str, str], _Mapped] = {}
        pushes = ((task.id, push) for task in plan.tasks.values() for push in task.push)
        self._secret = {(task, push.key) for task, push in pushes if push.secret}

    def of(self, name: str) -> Mapping[str, ValueView]:
        """What a task pushed, by key, of each key the last; in the order of the pushes."""
        return self._values.get(name, {})

    def push(self, name: str, event: Event) -> tuple[str, str]:
        """Take up a pushed value. Returns the task and the key that it is of."""
        key = event.data["key"]
        self._values[name] = {other: kept for other, kept in self.of(name).items() if other != key}
        return self._put(name, key, self._view(event))

    def edit(self, name: str, event: Event) -> tuple[str, str]:
        """Take up what stands in a value's place, or the value itself again. Returns as `push`."""
        original = event.data["original"]
        view = self._view(event)._replace(is_edited=original is not None, original=original)
        return self._put(name, event.data["key"], view)

    def forget(self, task: str) -> None:
        """Forget what a mapped task pushed, as it was expanded anew; what is made of it now pushes anew."""
        for key in self._values.pop(task, {}):
            self._mapped.pop((task, key), None)

    def kept(self) -> Kept:
        """All of it as it is now, and stays whatever becomes of the values."""
        mapped = {of: _Mapped(set(one.pushed), set(one.edited)) for of, one in self._mapped.items()}
        return dict(self._values), mapped

    def restore(self, kept: Kept) -> set[tuple[str, str]]:
        """Become what was kept. Returns the tasks and keys whose values differ from before."""
        before = self._values
        self._values = dict(kept[0])
        self._mapped = {of: _Mapped(set(one.pushed), set(one.edited)) for of, one in kept[1].items()}
        changed: set[tuple[str, str]] = set()
        for name in before.keys() | self._values.keys():
            old, new = before.get(name, {}), self.of(name)
            if old is not new:
                keys = (key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
                changed.update((task_of(name), key) for key in keys)
        return changed

    def _view(self, event: Event) -> ValueView:
        data, number = event.data, event.try_number
        if number is None or event.task is None:
            raise ValueError(f"event {event.seq} ({event.kind}) names no try")
        is_secret = (event.task, data["key"]) in self._secret
        return ValueView(data["type"], data["preview"], number, data["size"], event.at, is_secret=is_secret)

    def _put(self, name: str, key: str, value: ValueView) -> tuple[str, str]:
        task = task_of(name)
        self._values[name] = {**self.of(name), key: value}
        if task != name:
            mapped = self._mapped.setdefault((task, key), _Mapped(set(), set()))
            mapped.pushed.add(name)
            (mapped.edited.add if value.is_edited else mapped.edited.discard)(name)
            every = value._replace(
                type=f"list[{value.type}]",
                preview=f"[{len(mapped.pushed)} items] … {value.preview}",
                is_edited=bool(mapped.edited),
            )
            self._values[task] = {**self.of(task), key: every}
        return task, key
