"""A line above the graph for a sentence that must not be missed: something was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


MOST_LINES = 4


class Notice(Strip):
    """Stays until it is closed or another sentence takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Close"), "failed_soft", parent)
        self.button.clicked.connect(self.hide)

    def say(self, sentence: str) -> None:
        """Show a sentence; of a long text the beginning and the last line, the rest as a tooltip."""
        lines = sentence.splitlines()
        shown = lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"… {lines[-1]}"]
        self.text.setText("\n".join(shown))
        self.text.setToolTip(sentence if len(lines) > MOST_LINES else "")
        self.show()
