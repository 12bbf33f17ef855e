"""A plan as a tree: which tasks and groups lie directly in which group."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.plan.plan import Edge, Plan


class Nested:
    """The tasks and groups of `plan` by the group they lie in, "" for the top, in the plan's order."""

    def __init__(self, plan: Plan) -> None:
        self.tasks: dict[str, list[str]] = {"": [], **{group: [] for group in plan.groups}}
        self.groups: dict[str, list[str]] = {"": [], **{group: [] for group in plan.groups}}
        for task in plan.tasks.values():
            self.tasks[task.group or ""].append(task.id)
        for group in plan.groups.values():
            self.groups[group.parent or ""].append(group.id)

    def first(self, group: str) -> str | None:
        """The first task of a group, at any depth; None of an empty one."""
        if self.tasks[group]:
            return self.tasks[group][0]
        return next((found for inner in self.groups[group] if (found := self.first(inner))), None)


def edge_label(plan: Plan, edge: Edge) -> str:
    """What stands on a line: "key: type", or the key alone where its task declares none; "" for order."""
    if edge.key is None:
        return ""
    pushes = plan.tasks[edge.source].push if edge.source in plan.tasks else ()
    declared = next((push.type for push in pushes if push.key == edge.key), None)
    return f"{edge.key}: {declared}" if declared else edge.key
