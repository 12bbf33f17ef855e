"""Chooses one of those that were made of a mapped task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from flowdesk.gui.language import tr
from flowdesk.gui.models.instances import Instance, InstancesModel

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_VISIBLE = 16


class InstanceBox(QComboBox):
    """Hidden for a task that is not mapped."""

    instance_chosen = Signal(str)
    """The name that the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = InstancesModel(self)
        self.setModel(self.rows)
        self.setMaxVisibleItems(MOST_VISIBLE)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setToolTip(tr("Which of the tasks made of it"))
        self.setAccessibleName(tr("Instance"))
        self.activated.connect(self._on_activated)
        self.hide()

    def show_rows(self, rows: Sequence[Instance], name: str) -> None:
        """Offer these, `name` being the one that is shown."""
        self.rows.sync(rows)
        place = self.rows.find(name)
        if place is not None and place != self.currentIndex():
            self.setCurrentIndex(place)
        self.setVisible(bool(rows))

    def _on_activated(self, place: int) -> None:
        self.instance_chosen.emit(self.rows.rows[place].name)
