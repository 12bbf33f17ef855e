"""Actions as data: what a menu, a tool bar and a key have in common, and why it cannot be done now.

A panel or part keeps the actions that it serves beside itself as a tuple of `Deed`s; the window
makes `Action`s of them and only decides where they are placed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QAction, QKeySequence

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import bare, tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

Target = TypeVar("Target")


@dataclass(frozen=True, slots=True)
class Deed(Generic[Target]):
    """Something a user can do to a target. `refused` gives the reason why not now, or "".

    A deed with `checked` is one that is on or off.
    """

    text: str
    do: Callable[[Target], None]
    tip: str
    icon: Icon | None = None
    shortcuts: tuple[str, ...] = ()
    refused: Callable[[Target], str] | None = None
    role: str = "text_dim"  # the icon's colour in the theme
    checked: Callable[[Target], bool] | None = None


class Action(QAction, Generic[Target]):
    """A deed that is to be done to `target`."""

    def __init__(self, deed: Deed[Target], target: Target | None, parent: QObject) -> None:
        super().__init__(tr(deed.text), parent)
        self.setIconText(bare(self.text()))  # which tool bars show
        self.deed = deed
        self._target = target
        self.setCheckable(deed.checked is not None)
        self.setShortcuts([QKeySequence(keys) for keys in deed.shortcuts])
        if deed.icon:
            show_icon(self, deed.icon, deed.role)
        self.triggered.connect(self._on_triggered)
        self.refresh()

    def target(self) -> Target | None:
        """What the deed is done to now; None where there is nothing."""
        return self._target

    def refresh(self) -> None:
        """Ask anew whether it can be done."""
        target = self.target()
        reason = self._reason(target)
        self.setEnabled(not reason)
        if self.deed.checked and target is not None:
            self.setChecked(self.deed.checked(target))
        keys = f" ({self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        tip = reason or tr(self.deed.tip) + (keys if self.deed.shortcuts else "")
        self.setToolTip(tip)
        self.setStatusTip(tip)

    def _reason(self, target: Target | None) -> str:
        if target is None:
            return tr("No pipeline is open")
        return self.deed.refused(target) if self.deed.refused else ""

    def _on_triggered(self) -> None:
        target = self.target()
        if target is not None and not self._reason(target):
            self.deed.do(target)
        self.refresh()


class FoundAction(Action[Target]):
    """A deed to what `find` gives whenever it is asked: the pipeline that is in front, say."""

    def __init__(self, deed: Deed[Target], find: Callable[[], Target | None], parent: QObject) -> None:
        self._find = find
        super().__init__(deed, None, parent)

    @override
    def target(self) -> Target | None:
        return self._find()
