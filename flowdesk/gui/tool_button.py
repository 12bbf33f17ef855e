"""A small flat button with a picture or a sign, known to a screen reader by its tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from flowdesk.gui.icons import Icon, show_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def tool_button(
    tip: str,
    parent: QWidget,
    *,
    icon: Icon | None = None,
    text: str = "",
    slot: Callable[[], None] | None = None,
) -> QToolButton:
    """A button with this tip, already in the language of the window; its keys in brackets are not its name.

    `slot` is called when it is clicked.
    """
    made = QToolButton(parent)
    made.setToolTip(tip)
    made.setAccessibleName(tip.partition(" (")[0])
    made.setAutoRaise(True)
    if icon is not None:
        show_icon(made, icon)
    if text:
        made.setText(text)
    if slot is not None:
        made.clicked.connect(slot)
    return made
