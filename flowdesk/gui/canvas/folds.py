"""Which groups are folded: when a plan is opened, to a depth, and round what is to be seen.

A plan of more tasks than anybody reads at once opens with its groups folded, as deep as it can be shown
without getting unreadable. What was folded by hand is kept for each file, see `kept_folds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from flowdesk.plan.plan import Plan

MANY = 150
"""So many tasks are opened with all groups unfolded."""

_READABLE = 60  # boxes and cards


class FoldsKeeper(Protocol):
    """Keeps which groups are folded, by the name of a plan."""

    def get(self, name: str, /) -> frozenset[str] | None:
        """What was folded by hand when the plan was last seen; None: nothing was, or unfolded, by hand."""

    def __setitem__(self, name: str, folded: frozenset[str], /) -> None:
        """Keep what is folded now."""


def folded_from(plan: Plan, depth: int) -> frozenset[str]:
    """The groups that lie in `depth` others or more: with 0, all of them."""
    return frozenset(group for group in plan.groups if group.count(".") >= depth)


def depth_of(plan: Plan) -> int:
    """How deep the groups of a plan are nested; 0: there are none."""
    return max((group.count(".") + 1 for group in plan.groups), default=0)


def folded_more(plan: Plan, folded: Collection[str]) -> frozenset[str]:
    """What is folded when the innermost of the groups that can be seen open are folded as well."""
    deepest = max((group.count(".") for group in _open(plan, folded)), default=0)
    return frozenset(folded) | folded_from(plan, deepest)


def folded_less(folded: Collection[str]) -> frozenset[str]:
    """What stays folded when the outermost of the folded groups are unfolded."""
    outermost = min((group.count(".") for group in folded), default=0)
    return frozenset(group for group in folded if group.count(".") > outermost)


def folds_at_first(plan: Plan, *, many: int = MANY, readable: int = _READABLE) -> frozenset[str]:
    """The groups with which a plan is opened: none, or those that leave a readable number of things."""
    if len(plan.tasks) <= many:
        return frozenset()
    fitting = [depth for depth in range(1, depth_of(plan)) if _seen(plan, depth) <= readable]
    return folded_from(plan, max(fitting, default=0))


def unfolded_for(task: str, folded: Collection[str]) -> frozenset[str]:
    """What stays folded when `task`, or a group, is to be seen itself."""
    return frozenset(group for group in folded if not task.startswith(f"{group}."))


def _seen(plan: Plan, depth: int) -> int:
    tasks = sum(task.count(".") <= depth for task in plan.tasks)
    return tasks + sum(group.count(".") == depth for group in plan.groups)


def _open(plan: Plan, folded: Collection[str]) -> list[str]:
    """The groups that are neither folded nor hidden in one that is."""
    hidden = set(folded)
    for group in plan.groups.values():
        if group.parent in hidden:
            hidden.add(group.id)
    return [group for group in plan.groups if group not in hidden]
