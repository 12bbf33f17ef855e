"""A line above the graph while the shown run is paused or was interrupted, with the way to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.possible import why_not_resume
from flowdesk.gui.strip import Strip
from flowdesk.gui.wishes import Wish
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.session import Session


class RunStrip(Strip):
    """Shown as long as there is a run to go on with."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Resume"), "accent_soft", parent)
        self._session = session
        self.button.clicked.connect(self._on_button_clicked)
        session.possibilities_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is to say."""
        run, view = self._session.run, self._session.now
        is_cut = view.run_state is RunState.INTERRUPTED
        is_paused = view.paused and view.run_state is RunState.RUNNING
        if run and is_cut:
            self.text.setText(
                tr(
                    "Run #{number} was interrupted: the process that ran it died. "
                    "What has succeeded is kept; the rest can go on from here."
                ).format(number=run.number)
            )
        elif run:
            self.text.setText(
                tr("Run #{number} is paused: nothing further starts until it is resumed.").format(
                    number=run.number
                )
            )
        self.button.setEnabled(not why_not_resume(self._session))
        self.setVisible(run is not None and (is_cut or is_paused))

    def _on_button_clicked(self) -> None:
        self._session.steering.ask(Wish("resume"))
