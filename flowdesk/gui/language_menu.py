"""The menu that chooses the language, kept in the settings; the next window speaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget

from flowdesk.gui.language import KEY, LANGUAGES, SYSTEM, kept_language, tr

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings


class LanguageMenu(QMenu):
    """The languages, one of them chosen."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Language"), parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        for language, word in {SYSTEM: tr("As the &system"), **LANGUAGES}.items():
            action = self.addAction(word)
            action.setData(language)
            action.setCheckable(True)
            action.setChecked(language == kept_language(settings))
            action.setToolTip(tr("flowdesk speaks it when it is opened the next time"))
            action.setStatusTip(action.toolTip())
            group.addAction(action)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action.data() == kept_language(self._settings):
            return
        self._settings.setValue(KEY, action.data())
        said = tr("flowdesk speaks the language that you chose when it is opened the next time.")
        over = QApplication.activeWindow() or self
        box = QMessageBox(QMessageBox.Icon.NoIcon, "flowdesk", said, QMessageBox.StandardButton.Ok, over)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
