"""What the window looks like: one set of named colours for light, one for dark, and the way to change it.

Everything drawn takes its colours from `current_theme()`; whoever keeps a colour listens to
`theme_changes().theme_changed` and takes it anew. The palette and the style sheet are made of the same
names, so a colour is written down once, here. A further look (high contrast, say) is a further `Theme`.

The palette is always set by us: on the offscreen platform `setColorScheme` does nothing, and a
desktop's own palette would not go with our canvas.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from flowdesk.gui.fonts import interface_font
from flowdesk.gui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints


class Scheme(StrEnum):
    """What the user can ask for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


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
    line="#8b90a0",
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


class ThemeChanges(QObject):
    """Tells that the theme has changed. One per application, owned by it."""

    theme_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.scheme = Scheme.SYSTEM
        self.theme = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def _on_system_scheme_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            _show(_application(), self, _wanted(self.scheme, _application().styleHints()))


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Make the whole application look as `scheme` says; with SYSTEM it follows the desktop from now on."""
    changes = theme_changes()
    changes.scheme = scheme
    app.setStyle("Fusion")
    app.setFont(interface_font())
    _tell_the_desktop(app.styleHints(), scheme)
    _show(app, changes, _wanted(scheme, app.styleHints()))


def current_theme() -> Theme:
    """The theme that is shown now."""
    return theme_changes().theme


def theme_changes() -> ThemeChanges:
    """The object whose signal tells of a change. Raises RuntimeError before there is an application."""
    app = _application()
    found = app.findChild(ThemeChanges, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, ThemeChanges) else ThemeChanges(app)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a theme needs a QApplication")  # noqa: TRY004 - it is missing, not mistyped
    return app


def _tell_the_desktop(hints: QStyleHints, scheme: Scheme) -> None:
    """Let title bars and native dialogs go along (Qt 6.8; before, they stay as they are)."""
    if hasattr(hints, "setColorScheme"):
        hints.setColorScheme(_QT_SCHEMES[scheme])


def _wanted(scheme: Scheme, hints: QStyleHints) -> Theme:
    if scheme is Scheme.SYSTEM:
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def _show(app: QApplication, changes: ThemeChanges, theme: Theme) -> None:
    changes.theme = theme
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))
    changes.theme_changed.emit()


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text_disabled"))
    return palette


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_dim",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "failed",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "skipped",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
    QPalette.ColorRole.Accent: "accent",
}
