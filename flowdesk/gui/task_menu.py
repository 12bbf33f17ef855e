"""The menus that a right click on a task, a group or a value opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

from flowdesk.gui.actions import Action, Deed
from flowdesk.gui.deeds import of_group, of_task
from flowdesk.gui.deeds.of_task import Picked
from flowdesk.gui.deeds.of_value import OF_VALUE, PickedValue
from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.deeds.of_group import PickedGroup

__all__ = ["GroupMenu", "HeadedMenu", "Picked", "TaskMenu", "ValueMenu"]


class HeadedMenu(QMenu):
    """Shows `title` at its top; what cannot be done now is greyed, with the reason as its tooltip."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        # Not a section: with a style sheet, Qt leaves its words out.
        self.heading = self.addAction(title.replace("&", "&&"))
        self.heading.setEnabled(False)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.addSeparator()
        self.aboutToHide.connect(self._on_about_to_hide)

    # Any: what the deeds are done to.
    def add(self, target: Any, *deeds: Deed[Any]) -> None:  # noqa: ANN401 - as above
        """Add what can be done to a target."""
        self.addActions([Action(deed, target, self) for deed in deeds])

    def _on_about_to_hide(self) -> None:
        self.deleteLater()  # after the action that was chosen has been carried out


class TaskMenu(HeadedMenu):
    """What can be done to one task."""

    def __init__(self, picked: Picked, parent: QWidget) -> None:
        super().__init__(picked.name, parent)
        self.add(picked, of_task.RETRY, of_task.CANCEL)
        self.addSeparator()
        self.add(picked, of_task.CLEAR, of_task.CLEAR_ALONE)
        self.marks = self.addMenu(tr("&Mark"))
        self.marks.setToolTipsVisible(True)
        self.marks.addActions([Action(deed, picked, self.marks) for deed in of_task.MARKS])
        self.addSeparator()
        self.add(picked, *of_task.PARTS)
        self.addSeparator()
        self.add(picked, of_task.COPY_WAY)


class GroupMenu(HeadedMenu):
    """What can be done to all tasks of a group; `fold` shows them as one box, or one by one again."""

    def __init__(self, picked: PickedGroup, parent: QWidget, fold: Callable[[], None] | None = None) -> None:
        super().__init__(picked.group, parent)
        if fold is not None:
            action = self.addAction(tr("Fol&d or unfold"))
            action.setToolTip(tr("Show the group as one box, or its tasks one by one"))
            action.triggered.connect(fold)
            self.addSeparator()
        self.add(picked, of_group.RETRY, of_group.CLEAR, of_group.CLEAR_ALONE)
        self.marks = self.addMenu(tr("&Mark"))
        self.marks.setToolTipsVisible(True)
        self.marks.addActions([Action(deed, picked, self.marks) for deed in of_group.MARKS])
        self.addSeparator()
        self.add(picked, *of_group.PARTS)


class ValueMenu(HeadedMenu):
    """What can be done to one value."""

    def __init__(self, picked: PickedValue, parent: QWidget) -> None:
        super().__init__(f"{picked.row.key} · {picked.row.name}", parent)
        self.add(picked, *OF_VALUE)
