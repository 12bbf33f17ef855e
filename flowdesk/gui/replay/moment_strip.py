"""A line above the graph that says that a moment of the past is shown, with the way back to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.replay.time_scale import elapsed_text
from flowdesk.gui.strip import Strip
from flowdesk.gui.times import clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.replay.player import Player
    from flowdesk.gui.session import Session


class MomentStrip(Strip):
    """Hidden while now is shown."""

    def __init__(self, session: Session, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(tr("Back to now"), "accent_soft", parent)
        self._session = session
        self._player = player
        self.button.setToolTip(tr("Show the run as it is now (Alt+End)"))
        self.button.clicked.connect(self._on_button_clicked)
        session.moment_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Say which moment is shown."""
        session = self._session
        if session.moment is not None and session.run is not None:
            at, scale = session.time(), self._player.scale()
            # With the breaks, which the bar leaves out: the clock beside it goes on in them too.
            passed = at - scale.start
            elapsed = elapsed_text(passed, 0.1 if passed < 60 else 1)  # noqa: PLR2004 - a minute
            said = tr("This is run #{number} as it was at {clock}, {elapsed} after it began.")
            self.text.setText(said.format(number=session.run.number, clock=clock(at), elapsed=elapsed))
        self.setVisible(session.moment is not None)

    def _on_button_clicked(self) -> None:
        self._session.show_moment(None)
