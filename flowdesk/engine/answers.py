"""How a request is answered that is not simply done, and which task one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.instances import UNMAPPED, split
from flowdesk.plan.names import near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.engine.world import World

_MOST_NAMED = 5


class NothingToDo(Exception):
    """What is asked for is so already, or cannot matter any more; the message goes on after "because"."""


class Refusal(Exception):
    """What is asked for cannot be done; the message says why, and what can be done instead."""


class NotYet(Exception):
    """What is asked for has begun, and is done once tries that it ends have ended. It is asked anew then."""


def named(world: World, ref: str | None) -> str:
    """Return the name of a task of the run.

    Raises:
        Refusal: there is none, or no task was named.
    """
    if ref is None:
        raise Refusal("it must be said which task is meant")
    if world.has(ref):
        return ref
    hint = near(ref, world.plan.tasks)
    raise Refusal(f"the run has no task '{ref}'" + (f", did you mean '{hint}'?" if hint else ""))


def is_made(name: str) -> bool:
    """Whether a name is that of one made of a mapped task."""
    return split(name)[1] != UNMAPPED


def listed(names: Iterable[str]) -> str:
    """Names for a sentence; of many, the first and how many more."""
    found = [f"'{name}'" for name in names]
    if len(found) > _MOST_NAMED:
        return f"{', '.join(found[:_MOST_NAMED])} and {len(found) - _MOST_NAMED} more"
    return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))
