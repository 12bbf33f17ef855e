"""What an engine answered, for some seconds, in the line at the bottom of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.panels.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SHOWN_FOR = 12_000  # milliseconds


class AnswerLabel(ElidedLabel):
    """Shows the last answer until it is old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self.clear)

    @override
    @Slot(str)
    def say(self, text: str) -> None:
        super().say(tr("Answer: {text}").format(text=text))
        self._timer.start()

    @override
    @Slot()
    def clear(self) -> None:
        super().say("")
