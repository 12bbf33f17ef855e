"""Names too long for their column: what tells them from their neighbours is kept, the rest gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics


def told_apart(labels: Sequence[str]) -> tuple[int, int]:
    """How many characters at the beginning, and at the end, all of these have in common."""
    if len(labels) < 2:  # noqa: PLR2004 - one alone has nothing in common
        return 0, 0
    head = _shared(labels)
    shortest = min(map(len, labels)) - head
    tail = _shared([label[::-1] for label in labels])
    return head, min(tail, shortest)


def _shared(labels: Sequence[str]) -> int:
    """How many characters all begin with; those of the first and the last in order tell of all."""
    first, last = min(labels), max(labels)
    return next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]),
        min(map(len, labels)),
    )


def shortened(label: str, alike: tuple[int, int], metrics: QFontMetrics, width: int) -> str:
    """The label in so many pixels; `alike` as `told_apart` says."""
    if metrics.horizontalAdvance(label) <= width:
        return label
    head, tail = alike
    own = label[head : len(label) - tail]
    if tail:
        own += "…"
    room = width - metrics.horizontalAdvance(own)
    before = metrics.elidedText(label[:head], Qt.TextElideMode.ElideRight, room) if room > 0 else ""
    if room <= 0 or (head and not before):
        return metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, width)
    return before + own
