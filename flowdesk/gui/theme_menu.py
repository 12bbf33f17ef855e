"""The menu that chooses the look: the desktop's own, light, dark, or high contrast; kept in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from flowdesk.gui.language import mark, tr
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

KEY = "theme"
_WORDS = {
    Scheme.SYSTEM: mark("As the &system"),
    Scheme.LIGHT: mark("&Light"),
    Scheme.DARK: mark("&Dark"),
    Scheme.HIGH_CONTRAST: mark("&High contrast"),
    Scheme.HIGH_CONTRAST_DARK: mark("High &contrast, dark"),
}
_TIPS = {
    Scheme.SYSTEM: mark("Light, dark or high contrast, as the desktop is; it changes with it"),
    Scheme.LIGHT: mark("Dark words on a light ground, whatever the desktop is like"),
    Scheme.DARK: mark("Light words on a dark ground, whatever the desktop is like"),
    Scheme.HIGH_CONTRAST: mark("Black on white, with strong lines"),
    Scheme.HIGH_CONTRAST_DARK: mark("White on black, with strong lines"),
}


def kept_scheme(settings: QSettings) -> Scheme:
    """What the user chose last."""
    kept = str(settings.value(KEY, Scheme.SYSTEM.value))
    return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM


class ThemeMenu(QMenu):
    """The looks, one of them chosen."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Theme"), parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        for scheme, word in _WORDS.items():
            action = self.addAction(tr(word))
            action.setData(scheme.value)
            action.setCheckable(True)
            action.setToolTip(tr(_TIPS[scheme]))
            action.setStatusTip(action.toolTip())
            action.setChecked(scheme is kept_scheme(settings))
            group.addAction(action)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        self._settings.setValue(KEY, action.data())
        apply_theme(cast("QApplication", QApplication.instance()), Scheme(action.data()))
