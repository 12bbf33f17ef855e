"""What lies on one level, the canvas or the inside of a group, before and after it is placed.

Here and below, *depth* is measured along the flow and *breadth* across it, whichever way the flow
runs on the canvas.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Side(Enum):
    """Where an item has to be: anywhere, or on the border by which edges enter or leave a group."""

    NONE = 0
    ENTRY = 1
    EXIT = 2


class Box(NamedTuple):
    """The size of an item. `lean` orders what lies in a group across the flow, if that is known."""

    depth: float
    breadth: float
    side: Side = Side.NONE
    lean: float | None = None


class Link(NamedTuple):
    """An edge between two items of a level, given by their index.

    It is attached `tail_shift` and `head_shift` off the items' middles: to the place where it goes
    on inside a group.
    """

    tail: int
    head: int
    tail_shift: float = 0.0
    head_shift: float = 0.0
    label: Box | None = None


class Spot(NamedTuple):
    """A place on a level."""

    depth: float
    breadth: float


@dataclass(slots=True)
class Placed:
    """A level, or a part of one, with everything in its place.

    `spots` are where the items' sides towards the flow's start have their middles, `labels` the
    same for the links' labels, and `paths` the links' ways. All of it lies between (0, 0) and
    (`depth`, `breadth`).
    """

    spots: list[Spot] = field(default_factory=list)
    paths: list[list[Spot]] = field(default_factory=list)
    labels: list[Spot | None] = field(default_factory=list)
    depth: float = 0.0
    breadth: float = 0.0
