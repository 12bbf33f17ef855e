"""What to replace in one text to get another: the lines between those that both begin and end with."""

from __future__ import annotations


def difference(old: str, new: str) -> tuple[int, int, str]:
    """The stretch of `old` (from, up to but not including) to replace, and what with.

    Where they are equal, nothing is replaced at the end: `(len(old), len(old), "")`.
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    left = shorter - head
    tail = next((i for i in range(left) if before[-1 - i] != after[-1 - i]), left)
    start = sum(map(len, before[:head]))
    end = start + sum(map(len, before[head : len(before) - tail]))
    return start, end, "".join(after[head : len(after) - tail])
