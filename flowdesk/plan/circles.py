"""Tells circles in the order of tasks as the paths they are, with the place of every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.plan.cycles import cycles
from flowdesk.plan.findings import at

if TYPE_CHECKING:
    from flowdesk.plan.findings import Findings
    from flowdesk.plan.order import Order

SHOWN = 12
"""How many steps of a circle are told."""


def check_circles(order: Order, findings: Findings) -> bool:
    """Note one circle for each knot of tasks that wait for one another. Returns whether there is one."""
    if _is_in_order(order):
        return False
    downstream: dict[str, list[str]] = {task: [] for task in order.upstream}
    for task, sources in order.upstream.items():
        for source in sources:
            downstream[source].append(task)
    if _can_be_ordered(order, downstream):
        return False
    ways = cycles(downstream)
    for way in ways:
        steps = list(zip([way[-1], *way], way, strict=False))
        closing = at(*order.upstream[way[0]][way[-1]])
        findings.add(
            Code.CYCLE,
            f"these tasks wait for one another: {_path(way)}",
            closing,
            related=[
                (
                    f"'{task}' {_verb(order, source, task)} '{source}'",
                    at(*order.upstream[task][source]),
                )
                for source, task in steps[:SHOWN]
            ],
        )
    return bool(ways)


def _is_in_order(order: Order) -> bool:
    """Whether every task stands below those that it comes after, as people write most files."""
    positions = {task: position for position, task in enumerate(order.upstream)}
    lowest: dict[int, int] = {}
    for task, sources in order.upstream.items():
        if not sources:
            continue
        if (shared := lowest.get(id(sources))) is None:  # many tasks may come after the same ones
            shared = lowest[id(sources)] = max(map(positions.__getitem__, sources))
        if shared >= positions[task]:
            return False
    return True


def _can_be_ordered(order: Order, downstream: dict[str, list[str]]) -> bool:
    """Whether there is no circle: told in a fifth of the time that it takes to find one."""
    left = {task: len(sources) for task, sources in order.upstream.items()}
    free = [task for task, count in left.items() if not count]
    for task in free:  # grows while it is walked
        for after in downstream[task]:
            left[after] -= 1
            if not left[after]:
                free.append(after)
    return len(free) == len(left)


def _verb(order: Order, source: str, task: str) -> str:
    return "pulls from" if "pull" in order.upstream[task][source][2:3] else "comes after"


def _path(way: list[str]) -> str:
    shown = way if len(way) <= SHOWN else [*way[: SHOWN - 2], f"{len(way) - SHOWN + 1} more", way[-1]]
    return " → ".join([*shown, way[0]])
