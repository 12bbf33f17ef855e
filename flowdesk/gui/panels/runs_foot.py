"""The line below the runs: how many there are, and what can be done with those that are picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr

if TYPE_CHECKING:
    from flowdesk.gui.models.run_pages import RunPages

PAIR = 2
"""Runs that are compared."""


def summary(pages: RunPages, picks: int, *, is_grid: bool) -> str:
    """What there is to say while nothing is pointed at."""
    count = len(pages.runs)
    if picks == PAIR:
        return tr("Two runs are picked. Compare them with Ctrl+D.")
    if picks and is_grid:
        return tr("One run is picked. Ctrl+click another one to compare them.")
    if pages.sought is not None:
        found = plural("{n} run found", "{n} runs found", count)
        return found if pages.is_whole else tr("{found}, more as you scroll").format(found=found)
    if count < pages.total:
        told = tr("{n} of {total} runs, more as you scroll")
        return told.format(n=f"{count:,}", total=f"{pages.total:,}")
    return plural("{n} run", "{n} runs", count) if count else ""
