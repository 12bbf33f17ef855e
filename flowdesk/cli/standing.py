"""How the run that goes on stands: what the progress displays draw from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.run_view import RunView, ValueView

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan


class Standing(RunView):
    """A run as its events tell it, and what they do not: its number, and whether it is being ended."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.number: int | None = None
        self.is_ending: Callable[[], bool] = lambda: False


def value_text(key: str, value: ValueView) -> str:
    """Return a pushed value as it is listed: "accuracy: float = 0.75"."""
    return f"{key}: {value.type} = {value.preview}"
