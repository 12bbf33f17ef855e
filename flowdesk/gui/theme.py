"""What the window looks like, and the way to change it; the colours themselves stand in `colours`.

Everything drawn takes its colours from `current_theme()`; whoever keeps a colour listens to
`theme_changes().theme_changed` and takes it anew. The palette and the style sheet are made of the same
names, so a colour is written down once.

The palette is always set by us: on the offscreen platform `setColorScheme` does nothing, and a
desktop's own palette would not go with our canvas.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from flowdesk.gui.colours import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, Theme
from flowdesk.gui.fonts import interface_font
from flowdesk.gui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints

__all__ = [
    "DARK",
    "LIGHT",
    "Scheme",
    "Theme",
    "ThemeChanges",
    "apply_theme",
    "current_theme",
    "theme_changes",
]


class Scheme(StrEnum):
    """What the user can ask for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    HIGH_CONTRAST_DARK = "high-contrast-dark"


class ThemeChanges(QObject):
    """Tells that the theme has changed. One per application, owned by it."""

    theme_changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.scheme = Scheme.SYSTEM
        self.theme = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        if hasattr(app.styleHints(), "accessibility"):  # Qt 6.10
            app.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_system_scheme_changed)

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
    if scheme is not Scheme.SYSTEM:
        return _THEMES[scheme]
    is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if _wants_contrast(hints):
        return HIGH_CONTRAST_DARK if is_dark else HIGH_CONTRAST
    return DARK if is_dark else LIGHT


def _wants_contrast(hints: QStyleHints) -> bool:
    """Whether the desktop asks for high contrast, as far as Qt can tell (from 6.10 on)."""
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


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
    Scheme.HIGH_CONTRAST: Qt.ColorScheme.Light,
    Scheme.HIGH_CONTRAST_DARK: Qt.ColorScheme.Dark,
}
_THEMES = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.HIGH_CONTRAST: HIGH_CONTRAST,
    Scheme.HIGH_CONTRAST_DARK: HIGH_CONTRAST_DARK,
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
