"""What of a plan this version checks but cannot run yet: one sentence for each task, before a run starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Plan, Task

_WRITTEN = {"store_url": "store.url", "store_values": "store.values"}
"""What the file calls a field of the plan that is not obeyed yet."""


def unsupported(plan: Plan) -> list[str]:
    """One sentence for each task that cannot run as it is written yet; empty where the plan can run."""
    found = [_sentence("the pipeline", written) for name, written in _WRITTEN.items() if getattr(plan, name)]
    return found + [sentence for task in plan.tasks.values() for sentence in _of_task(task)]


def _of_task(task: Task) -> Iterator[str]:
    for push in task.push:
        if any(isinstance(part, Kept | Model) for part in parts(parse(push.type))):
            yield f"'{task.id}': flowdesk cannot keep values of type {push.type} yet"


def _sentence(who: str, field: str) -> str:
    return f"{who}: flowdesk does not obey `{field}` yet; `flowdesk validate` checks it"
