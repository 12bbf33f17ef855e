"""Above a comparison: two boxes with what can be compared, and a tick for showing only what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import tr
from flowdesk.gui.models.state_icons import state_icon

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from flowdesk.gui.state_look import Shown


class Choice(NamedTuple):
    """Something that can be compared: known by `key`, called `label`."""

    key: Hashable
    label: str
    shown: Shown


class CompareHead(QWidget):
    """Offers `Choice`s for both sides."""

    sides_chosen = Signal(object, object)
    """The keys of the two that are to be compared."""

    difference_chosen = Signal(bool)
    """Whether only what differs is to be shown."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self.before, self.after = self._box(tr("Before")), self._box(tr("After"))
        self.swap = QToolButton(self)
        self.swap.setToolTip(tr("Swap the two sides"))
        self.swap.setAccessibleName(self.swap.toolTip())
        show_icon(self.swap, Icon.SWAP)
        self.only = QCheckBox(tr("Only &differences"), self)
        self.only.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.before, stretch=1)
        row.addWidget(self.swap)
        row.addWidget(self.after, stretch=1)
        row.addSpacing(12)
        row.addWidget(self.only)
        self.before.activated.connect(self._on_box_activated)
        self.after.activated.connect(self._on_box_activated)
        self.swap.clicked.connect(self._on_swap_clicked)
        self.only.toggled.connect(self.difference_chosen)

    def show_sides(self, before: Hashable, after: Hashable) -> None:
        """Show which two are compared, without telling so."""
        for box, key in ((self.before, before), (self.after, after)):
            place = next((at for at, choice in enumerate(self._choices) if choice.key == key), -1)
            box.setCurrentIndex(place)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMaxVisibleItems(20)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for choice in self._choices:
            box.addItem(state_icon(choice.shown), choice.label)
        return box

    def _on_box_activated(self) -> None:
        before, after = self.before.currentIndex(), self.after.currentIndex()
        if before >= 0 and after >= 0:
            self.sides_chosen.emit(self._choices[before].key, self._choices[after].key)

    def _on_swap_clicked(self) -> None:
        before, after = self.before.currentIndex(), self.after.currentIndex()
        self.before.setCurrentIndex(after)
        self.after.setCurrentIndex(before)
        self._on_box_activated()
