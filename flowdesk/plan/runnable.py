"""What of a plan this version checks but cannot run yet: one sentence for each task, before a run starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Plan, Task
from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRITTEN = {"store_url": "store.url", "store_values": "store.values"}
"""What the file calls a field of the plan that is not obeyed yet."""

_CALLED = frozenset({Kind.PYTHON, Kind.BRANCH, Kind.SHORT_CIRCUIT})


def unsupported(plan: Plan) -> list[str]:
    """One sentence for each task that cannot run as it is written yet; empty where the plan can run."""
    found = [_sentence("the pipeline", written) for name, written in _WRITTEN.items() if getattr(plan, name)]
    found += [_sentence("the pipeline", "keep_runs")] if plan.keep_runs is not None else []
    return found + [sentence for task in plan.tasks.values() for sentence in _of_task(task)]


def _of_task(task: Task) -> Iterator[str]:
    if _has_template(task):
        yield _sentence(f"'{task.id}'", "{{ … }}")
    for push in task.push:
        if any(isinstance(part, Kept | Model) for part in parts(parse(push.type))):
            yield f"'{task.id}': flowdesk cannot keep values of type {push.type} yet"


def _has_template(task: Task) -> bool:
    code = () if task.kind in _CALLED else task.code
    texts = (*code, *task.env.values(), task.cwd or "", *task.params.values())
    return any("{{" in text or "{%" in text for text in texts)


def _sentence(who: str, field: str) -> str:
    return f"{who}: flowdesk does not obey `{field}` yet; `flowdesk validate` checks it"
