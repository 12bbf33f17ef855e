"""A line above the source that says which text it is: that of the run, or that of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PastStrip(Strip):
    """Hidden while the shown run ran what the file says now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "accent_soft", parent)

    def say(self, number: int | None, *, is_past: bool) -> None:
        """Tell which text is shown, where run `number` had another one than the file has now."""
        if number is not None:
            told = tr("This is the file as it was in run #{number}.")
            other = tr("Show it as it is now")
            if not is_past:
                told = tr("This is the file as it is now; run #{number} ran another text.")
                other = tr("Show that of the run")
            self.text.setText(told.format(number=number))
            self.button.setText(other)
        self.setVisible(number is not None)
