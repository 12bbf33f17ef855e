"""The line over a value that somebody edited: what the task pushed, who edited it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from flowdesk.gui.icons import Icon, icon
from flowdesk.gui.language import tr
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.times import moment_text
from flowdesk.xcom.preview import preview

if TYPE_CHECKING:
    from flowdesk.store.rows import ValueRow

ICON = 16  # pixels
LONGEST = 400  # characters of the original


class EditedStrip(QWidget):
    """Is there for edited values alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self.told = ElidedLabel(self)
        self.restore = QPushButton(tr("&Restore…"), self)
        self.restore.setToolTip(tr("Put what the task pushed in its own place again"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.restore)
        self.hide()

    def show_value(self, row: ValueRow | None) -> None:
        """Tell of a value, if it was edited."""
        edit = None if row is None else row.edit
        self.setVisible(edit is not None)
        if edit is None:
            return
        self._icon.setPixmap(icon(Icon.EDIT, "accent").pixmap(ICON))
        told = tr("Edited by {user}; the task pushed {value}").format(
            user=edit.by, value=preview(edit.original, LONGEST)
        )
        self.told.say(told)
        self.told.setToolTip(f"{told}\n{moment_text(edit.edited_at)}")
        self.setAccessibleName(told)
