"""A small flat button with a picture or a sign, known to a screen reader by its tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from flowdesk.gui.icons import Icon, show_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tool_button(tip: str, parent: QWidget, *, icon: Icon | None = None, text: str = "") -> QToolButton:
    """A button with this tip, which already is in the language of the window."""
    made = QToolButton(parent)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setAutoRaise(True)
    if icon is not None:
        show_icon(made, icon)
    if text:
        made.setText(text)
    return made
