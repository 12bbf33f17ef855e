"""The numbers beside a scale of times: in milliseconds where all of it is below a second."""

from __future__ import annotations

from flowdesk.gui.times import duration


def time_text(seconds: float, most: float) -> str:
    """A time on a scale that ends at `most` seconds."""
    return duration(seconds) if most >= 1 else f"{seconds * 1000:,.0f} ms"
