"""The colours of the looks, by name: light and dark, each in plain and in high contrast.

Everything that is read has a contrast of 4.5 to what it stands on, in high contrast 7; what a control is
known by (its edge, its icon) has 3 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours, as #rrggbb. `text` and the states are readable on every background named here.

    The backgrounds, from the back to the front: `canvas`, `window`, `surface` (cards, tables),
    `raised` (a hovered row), `accent_soft` (a selected row, a filled pill), `failed_soft`.
    """

    name: str
    is_dark: bool
    canvas: str
    canvas_dots: str
    window: str
    surface: str
    raised: str
    border: str
    border_strong: str
    text: str
    text_dim: str
    text_disabled: str
    line: str
    accent: str
    accent_soft: str
    on_accent: str
    waiting: str
    running: str
    retry: str
    success: str
    failed: str
    failed_soft: str
    blocked: str
    skipped: str
    cancelled: str

    @property
    def is_strong(self) -> bool:
        """Whether it is one of high contrast."""
        return self.name.startswith("high-contrast")

    def colour(self, role: str) -> QColor:
        """The colour of that name. Raises AttributeError for a name that is none of the fields."""
        return QColor(cast("str", getattr(self, role)))


LIGHT = Theme(
    name="light",
    is_dark=False,
    canvas="#f8f8fa",
    canvas_dots="#dfe1e7",
    window="#f3f3f6",
    surface="#ffffff",
    raised="#ececf1",
    border="#dcdee5",
    border_strong="#b4b8c4",
    text="#1a1c23",
    text_dim="#585d6b",
    text_disabled="#9a9eab",
    line="#848999",
    accent="#4a4fc8",
    accent_soft="#e9eafb",
    on_accent="#ffffff",
    waiting="#606675",
    running="#1259c3",
    retry="#855500",
    success="#14703a",
    failed="#c01f2e",
    failed_soft="#fdf0f0",
    blocked="#9a3f08",
    skipped="#79408f",
    cancelled="#4e5d6c",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    canvas="#121317",
    canvas_dots="#24262d",
    window="#17181d",
    surface="#1f2127",
    raised="#2a2d35",
    border="#33363f",
    border_strong="#525764",
    text="#eceef2",
    text_dim="#a9aebb",
    text_disabled="#676c79",
    line="#6e7483",
    accent="#9aa2ff",
    accent_soft="#2a2d4e",
    on_accent="#14151b",
    waiting="#a0a6b4",
    running="#6cb0ff",
    retry="#e6b450",
    success="#5bcb84",
    failed="#ff8a84",
    failed_soft="#2f2024",
    blocked="#f39a62",
    skipped="#d3a0e8",
    cancelled="#a3b3c4",
)


HIGH_CONTRAST = Theme(
    name="high-contrast",
    is_dark=False,
    canvas="#ffffff",
    canvas_dots="#d4d4d8",
    window="#ffffff",
    surface="#ffffff",
    raised="#e6e6ea",
    border="#6b6b73",
    border_strong="#1f1f23",
    text="#000000",
    text_dim="#2a2a2e",
    text_disabled="#5c5c62",
    line="#3c3c42",
    accent="#1a1f9c",
    accent_soft="#dfe3ff",
    on_accent="#ffffff",
    waiting="#2f323a",
    running="#003a8c",
    retry="#553400",
    success="#004d22",
    failed="#8c0012",
    failed_soft="#ffe8e8",
    blocked="#6a2700",
    skipped="#571e6c",
    cancelled="#27343f",
)

HIGH_CONTRAST_DARK = Theme(
    name="high-contrast-dark",
    is_dark=True,
    canvas="#000000",
    canvas_dots="#303034",
    window="#000000",
    surface="#000000",
    raised="#26262b",
    border="#8c8c94",
    border_strong="#e2e2e6",
    text="#ffffff",
    text_dim="#d6d6dc",
    text_disabled="#9a9aa2",
    line="#b8b8c0",
    accent="#b9c0ff",
    accent_soft="#242a5c",
    on_accent="#000000",
    waiting="#c8ccd6",
    running="#94ccff",
    retry="#ffd166",
    success="#74eba0",
    failed="#ffb0aa",
    failed_soft="#3a1216",
    blocked="#ffb98a",
    skipped="#e6bff8",
    cancelled="#c4d2e0",
)
