"""Which pills a line has: one for each key; on a bundle, one for all keys that have the same name.

Folded, ten models that each push an `accuracy` are one box with one line, and ten pills of the same name
would tell nobody anything, so there is one: "accuracy (10)", and how many of them are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.canvas.pill_stack import split
from flowdesk.gui.canvas.rest_pill import RestPill
from flowdesk.gui.canvas.value_pill import ValuePill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link, LinkKey
    from flowdesk.plan.plan import Task


class Part(NamedTuple):
    """A pill, and the keys that it tells of, with what they are called on it."""

    pill: ValuePill | RestPill
    keys: Sequence[tuple[LinkKey, str]]


def names_of(link: Link) -> list[str]:
    """What the pills of a line say, each at its longest, before there is a value."""
    return [_name(keys) for keys in _shares(link)]


def parts_of(link: Link, tasks: Mapping[str, Task], ink: Ink) -> Iterator[Part]:
    """Make the pills of a line, in their order."""
    several = len({key.task for key in link.keys}) > 1
    own, others = split(_shares(link))
    for keys in own:
        told = [(key, f"{key.task}:{key.key}" if several else key.key) for key in keys]
        if len(keys) > 1:
            labels = [label for _, label in told]
            yield Part(RestPill(link.source, labels, ink, name=_name(keys)), told)
        else:
            ((task, key, arguments),) = keys
            declared = next((push for push in tasks[task].push if push.key == key), None)
            yield Part(ValuePill(task, key, arguments, ink, declared=declared, to=link.target), told)
    if others:
        rest = [key for keys in others for key in keys]
        told = [(key, f"{key.task}:{key.key}" if several else key.key) for key in rest]
        yield Part(RestPill(link.source, [label for _, label in told], ink), told)


def _shares(link: Link) -> list[list[LinkKey]]:
    """The keys of a line, those of the same name together."""
    found: dict[str, list[LinkKey]] = {}
    for key in link.keys:
        found.setdefault(key.key, []).append(key)
    return list(found.values())


def _name(keys: Sequence[LinkKey]) -> str:
    return keys[0].key if len(keys) == 1 else f"{keys[0].key} ({len(keys)})"
