"""Actions as data: what a menu, a tool bar and a key have in common, and why it cannot be done now.

A panel or part keeps the actions that it serves beside itself as a tuple of `Deed`s; the window
makes `Action`s of them and only decides where they are placed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QAction, QKeySequence

from flowdesk.gui.icons import Icon, show_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

Target = TypeVar("Target")


@dataclass(frozen=True, slots=True)
class Deed(Generic[Target]):
    """Something a user can do to a target. `refused` gives the reason why not now, or ""."""

    text: str
    do: Callable[[Target], None]
    tip: str
    icon: Icon | None = None
    shortcuts: tuple[str, ...] = ()
    refused: Callable[[Target], str] | None = None
    role: str = "text_dim"  # the icon's colour in the theme


class Action(QAction, Generic[Target]):
    """A deed that is to be done to `target`."""

    def __init__(self, deed: Deed[Target], target: Target, parent: QObject) -> None:
        super().__init__(deed.text, parent)
        self.deed = deed
        self._target = target
        self.setShortcuts([QKeySequence(keys) for keys in deed.shortcuts])
        if deed.icon:
            show_icon(self, deed.icon, deed.role)
        self.triggered.connect(self._on_triggered)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew whether it can be done."""
        reason = self.deed.refused(self._target) if self.deed.refused else ""
        self.setEnabled(not reason)
        keys = f" ({self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        tip = reason or self.deed.tip + (keys if self.deed.shortcuts else "")
        self.setToolTip(tip)
        self.setStatusTip(tip)

    def _on_triggered(self) -> None:
        self.deed.do(self._target)
