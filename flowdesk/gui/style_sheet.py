"""The style sheet: `assets/style/flowdesk.qss` with the theme's colours put in for `$names`.

In high contrast `high-contrast.qss` follows, which shows by lines what is otherwise shown by a tint.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from flowdesk.assets import asset

if TYPE_CHECKING:
    from flowdesk.gui.theme import Theme


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole application. Raises KeyError for a `$name` that is no colour."""
    names = ["flowdesk.qss", *(["high-contrast.qss"] if theme.is_strong else [])]
    text = "\n".join(asset("style", name).read_text(encoding="utf-8") for name in names)
    return Template(text).substitute(asdict(theme), style=asset("style").as_posix())
