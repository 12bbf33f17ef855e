"""A line above the graph that says that the shown run was asked to run a part of the pipeline only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import plural, tr
from flowdesk.gui.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session


class PartStrip(Strip):
    """Shown while a run of a part is shown, with a button that shows the file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Show the file"), "accent_soft", parent)
        self._session = session
        self.button.clicked.connect(session.show_file)

    def tell(self, asked: int, among: int) -> None:
        """Say how many tasks were asked for, of how many; the same number says nothing."""
        run = self._session.run
        if run is not None:
            told = plural("{n} task", "{n} tasks", asked)
            sentence = tr(
                "Run #{number} was asked for {told} of {all}; the others are dimmed and did not run."
            )
            self.text.setText(sentence.format(number=run.number, told=told, all=among))
        self.setVisible(run is not None and asked != among)
