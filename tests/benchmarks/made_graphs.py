"""Graphs to be laid out: made up in several shapes, and those of the pipelines that come with flowdesk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.layout.graph import GroupBox, LayoutGraph, Line, Size
from flowdesk.model.reader import read
from flowdesk.plan.build import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from random import Random

COURSES = Path(__file__).parents[2] / "pipelines"
SIZE = Size(160, 36)


def sized(
    names: Sequence[str], lines: Iterable[tuple[str, str]], rnd: Random, groups: dict[str, str] | None = None
) -> LayoutGraph:
    """A graph of nodes of several sizes; `groups` has the group of each node, dotted if it is in another."""
    nodes = {name: Size(rnd.choice((96, 128, 160, 240)), rnd.choice((36, 36, 52, 76))) for name in names}
    boxes: dict[str, GroupBox] = {}
    for group in (groups or {}).values():
        steps = group.split(".")
        for end in range(1, len(steps) + 1):
            boxes.setdefault(".".join(steps[:end]), GroupBox(".".join(steps[: end - 1]) or None))
    edges = [Line(*line) for line in dict.fromkeys(lines)]
    return LayoutGraph(nodes, boxes, dict(groups or {}), edges)


def fans(count: int, rnd: Random) -> LayoutGraph:
    """One task, twenty after it, one after them, and so on."""
    lines = []
    for hub in range(0, count - 21, 21):
        for leaf in range(hub + 1, hub + 21):
            lines += [(f"n{hub}", f"n{leaf}"), (f"n{leaf}", f"n{hub + 21}")]
    return sized([f"n{number}" for number in range((count - 1) // 21 * 21 + 1)], lines, rnd)


def wide(count: int, rnd: Random) -> LayoutGraph:
    """One task, all others after it, in three steps that each keep to themselves, and one after them all."""
    lines = []
    for number in range(1, count - 3, 3):
        one, two, three = (f"n{number + step}" for step in range(3))
        lines += [("n0", one), (one, two), (two, three), (three, f"n{count - 1}")]
    used = dict.fromkeys(name for line in lines for name in line)
    return sized(list(used), lines, rnd)


def layers(count: int, rnd: Random) -> LayoutGraph:
    """Layers of tasks, each after one to three near it in a layer before, some from far back."""
    across = max(2, int(count**0.5 * 1.2))
    lines = set()
    for number in range(across, count):
        for _ in range(rnd.choice((1, 1, 1, 2, 2, 3))):
            back = rnd.choice((1,) * 9 + (3,))
            near = number - back * across + round(rnd.gauss(0, 2))
            lines.add((f"n{max(0, min(near, number - number % across - 1))}", f"n{number}"))
    return sized([f"n{number}" for number in range(count)], sorted(lines), rnd)


def random(count: int, rnd: Random) -> LayoutGraph:
    """Each task after one, at times two, of the thirty before it: no order to be seen."""
    lines = [
        (f"n{rnd.randint(max(0, number - 30), number - 1)}", f"n{number}")
        for number in range(1, count)
        for _ in range(rnd.choice((1, 1, 1, 2)))
    ]
    return sized([f"n{number}" for number in range(count)], lines, rnd)


def long(count: int, rnd: Random) -> LayoutGraph:
    """Chains side by side, from which now and then something leads far ahead into another."""
    chains = max(2, count // 25)
    each = count // chains
    lines = [(f"n{c}_{n - 1}", f"n{c}_{n}") for c in range(chains) for n in range(1, each)]
    for _ in range(count // 8):
        chain, start = rnd.randrange(chains), rnd.randrange(each - 4)
        other = min(chains - 1, max(0, chain + rnd.choice((-2, -1, 1, 2))))
        lines.append((f"n{chain}_{start}", f"n{other}_{rnd.randrange(start + 2, min(each, start + 12))}"))
    return sized([f"n{c}_{n}" for c in range(chains) for n in range(each)], lines, rnd)


def grouped(count: int, rnd: Random) -> LayoutGraph:
    """Groups of ten in groups of six, edges mostly inside of a group, else to a near one."""
    groups = {f"n{number}": f"s{number // 60}.g{number // 10}" for number in range(count)}
    lines = set()
    for number in range(count):
        if number % 10:
            lines |= {(f"n{number - rnd.randint(1, min(3, number % 10))}", f"n{number}") for _ in range(2)}
        elif number:
            far = rnd.randint(max(0, number // 10 - 4), number // 10 - 1)
            lines |= {(f"n{10 * far + rnd.randint(7, 9)}", f"n{number + rnd.randint(0, 1)}")}
    return sized(list(groups), sorted(lines), rnd, groups)


def stages(count: int, rnd: Random) -> LayoutGraph:
    """Stages as groups, in which each task takes a value of a task of the stage before."""
    each = max(5, int(count**0.5 / 1.5))
    groups = {f"n{number}": f"g{number // each}" for number in range(count)}
    lines = []
    for number in range(each, count):
        stage, place = divmod(number, each)
        lines.append((f"n{(stage - 1) * each + (place * 7 + stage) % each}", f"n{number}"))
        if rnd.random() < 0.2:
            lines.append((f"n{(stage - 1) * each + rnd.randrange(each)}", f"n{number}"))
    return sized(list(groups), lines, rnd, groups)


SHAPES: dict[str, Callable[[int, Random], LayoutGraph]] = {
    made.__name__: made for made in (fans, wide, layers, random, long, grouped, stages)
}


def courses() -> list[LayoutGraph]:
    """The graphs of the pipelines that come with flowdesk, as they are written."""
    found = []
    for path in sorted(COURSES.glob("*.toml")):
        plan = check(read(path)).plan
        if plan is None:
            continue
        nodes = dict.fromkeys(plan.tasks, SIZE)
        groups = {group.id: GroupBox(group.parent) for group in plan.groups.values()}
        lines = [Line(before, task.id) for task in plan.tasks.values() for before in task.upstream]
        parents = {name: name.rpartition(".")[0] or None for name in nodes}
        found.append(LayoutGraph(nodes, groups, parents, lines))
    return found
