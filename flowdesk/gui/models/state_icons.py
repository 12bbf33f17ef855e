"""The icons of states and severities for rows of tables, made once per theme."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from flowdesk.gui.icons import Icon, icon, icon_pixmap
from flowdesk.gui.state_look import look_of
from flowdesk.gui.theme import current_theme
from flowdesk.gui.weight_look import look_of_weight

if TYPE_CHECKING:
    from flowdesk.errors import Severity
    from flowdesk.gui.state_look import Shown

SIZE = 16  # pixels


def state_icon(state: Shown) -> QIcon:
    """The icon of a state in the colours of the theme that is shown now."""
    look = look_of(state)
    return _icon(look.icon, look.role, current_theme().name)


def severity_icon(severity: Severity) -> QIcon:
    """The icon of how much a problem weighs."""
    look = look_of_weight(severity)
    return _icon(look.icon, look.role, current_theme().name)


def plain_icon(name: Icon, role: str = "text_dim") -> QIcon:
    """Any icon for a row, in a colour of the theme."""
    return _icon(name, role, current_theme().name)


@cache
def _icon(name: Icon, role: str, _theme: str) -> QIcon:
    made = icon(name, role)
    # Left to itself, Qt tints the icon of a selected row, and a state then has another colour.
    for ratio in (1, 2, 3):
        pixmap = icon_pixmap(name, current_theme().colour(role), SIZE, ratio)
        made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made
