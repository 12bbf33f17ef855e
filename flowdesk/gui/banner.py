"""A line above the graph that says what is unusual about what is shown, with a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from flowdesk.gui.session import Session


class Banner(QWidget):
    """Tells that the shown run ran something else than the file says now; hidden otherwise."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.button = QPushButton("Show the file", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.text, stretch=1)
        layout.addWidget(self.button)
        self.button.clicked.connect(session.show_file)
        session.possibilities_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to say."""
        run = self._session.run
        differs = self._session.differs
        if run and differs:
            self.text.setText(
                f"This is run #{run.number} of {moment_text(run.started_at)}, not the file as it is now."
            )
        self.setVisible(differs)
