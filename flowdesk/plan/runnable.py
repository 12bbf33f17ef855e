"""What of a plan this version checks but cannot run yet: one sentence for each, before a run starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan

_WRITTEN = {"store_url": "store.url"}
"""What the file calls a field of the plan that is not obeyed yet."""


def unsupported(plan: Plan) -> list[str]:
    """One sentence for each task that cannot run as it is written yet; empty where the plan can run."""
    return [_sentence("the pipeline", written) for name, written in _WRITTEN.items() if getattr(plan, name)]


def _sentence(who: str, field: str) -> str:
    return f"{who}: flowdesk does not obey `{field}` yet; `flowdesk validate` checks it"
