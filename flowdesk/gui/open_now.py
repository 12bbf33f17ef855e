"""What is open in a window, in numbers without names, for a report: so in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.gui.main_window import MainWindow


def open_now(window: MainWindow) -> str:
    """How many pipelines are open, and how large the one in front is."""
    said = f"{len(window.pages.paths)} pipelines open"  # not said: reports are in English
    if window.page:
        view = window.session.view
        said += (
            f", in front {len(view.plan.tasks)} tasks, run {view.run_state or 'none'}"  # not said: as above
        )
    return said
