"""The parts of an engine, put together for one run: a new one, or one that another engine left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flowdesk.engine.control import Control
from flowdesk.engine.held import HeldTries
from flowdesk.engine.leaves import Leaves
from flowdesk.engine.starting import Starter
from flowdesk.engine.storing import text_of
from flowdesk.engine.tries import Tries
from flowdesk.records import NamedTuple
from flowdesk.store.home import values_folder

if TYPE_CHECKING:
    from flowdesk.engine.world import World


class Parts(NamedTuple):
    """What an engine is made of."""

    world: World
    tries: Tries
    held: HeldTries
    control: Control
    starter: Starter
    leaves: Leaves


def parts_of(world: World) -> Parts:
    """The parts of an engine for a world."""
    leaves = Leaves(world)
    world.values.look_back = leaves.look_back
    world.values.opened = partial(text_of, values=values_folder(world.request.home))
    tries = Tries(world, leaves)
    held = HeldTries(world, tries)
    control = Control(world, tries, held)
    return Parts(world, tries, held, control, Starter(world, leaves, tries, held), leaves)
