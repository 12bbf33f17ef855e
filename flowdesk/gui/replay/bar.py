"""The bar under the graph by which a run is replayed: the line of its time, and buttons to play it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import tr
from flowdesk.gui.override import override
from flowdesk.gui.replay.pace import SPEEDS
from flowdesk.gui.replay.player import Player
from flowdesk.gui.replay.time_scale import elapsed_text
from flowdesk.gui.replay.track import TimeTrack
from flowdesk.gui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from flowdesk.gui.replay.marks import Mark
    from flowdesk.gui.session import Session

ROOMY = 560  # pixels; below, what can be done without is left out
TICK = 250  # milliseconds between looks at the clock while a run is going on


class ReplayBar(QWidget):
    """Shown while there is a run to go through."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.player = Player(session, self)
        self.track = TimeTrack(self)
        self.play = tool_button(
            tr("Play the run from here (F9)"), self, icon=Icon.RUN, slot=self.player.play_or_pause
        )
        self.speed = QComboBox(self)
        self.speed.addItems([f"{speed:g}\u00d7" for speed in SPEEDS])
        self.speed.setCurrentIndex(SPEEDS.index(self.player.speed))
        self.speed.setToolTip(tr("How fast it is played; long silences are shortened"))
        self.speed.setAccessibleName(tr("Speed of the replay"))
        self.time = QLabel(self)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.time.setToolTip(tr("How far into the run this is, and how long it has taken"))
        self.now = QPushButton(tr("Now"), self)
        self.now.setToolTip(tr("Back to now (Alt+End)"))
        show_icon(self.now, Icon.NOW)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._lay_out()
        self._connect(session)
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # the graph may get narrow
        self.setFixedHeight(max(self.track.height(), self.now.sizeHint().height() + 4))
        back = tool_button(
            tr("To the event before (Alt+Left)"), self, icon=Icon.PREVIOUS, slot=self._on_previous_clicked
        )
        on = tool_button(
            tr("To the next event (Alt+Right)"), self, icon=Icon.NEXT, slot=self._on_next_clicked
        )
        for widget in (back, self.play, on, self.speed):
            layout.addWidget(widget)
        layout.addWidget(self.track, stretch=1)
        layout.addWidget(self.time)
        layout.addWidget(self.now)

    def _connect(self, session: Session) -> None:
        player, track = self.player, self.track
        player.changed.connect(self._on_player_changed)
        session.moment_changed.connect(self.refresh)
        session.possibilities_changed.connect(self.refresh)
        self._ticks.timeout.connect(self.refresh)
        self.speed.activated.connect(self._on_speed_activated)
        self.now.clicked.connect(player.now)
        track.time_wanted.connect(player.go)
        track.mark_wanted.connect(self._on_track_mark_wanted)
        track.step_wanted.connect(player.step)
        track.seconds_wanted.connect(player.step_seconds)
        track.first_wanted.connect(player.first)
        track.now_wanted.connect(player.now)
        track.play_wanted.connect(player.play_or_pause)

    def refresh(self) -> None:
        """Show the moment that the session shows."""
        player = self.player
        self.setVisible(not player.why_not())
        scale, is_now = player.scale(), player.session.moment is None
        self.track.show_time(scale, player.at, is_now=is_now)
        self.now.setEnabled(not is_now)
        step = 0.1 if scale.length < 10 else 1.0  # noqa: PLR2004 - seconds below which tenths tell something
        here, whole = (elapsed_text(scale.elapsed(at), step) for at in (player.at, scale.end))
        self.time.setText(whole if is_now else f"{here} / {whole}")
        self._hold_width(whole)
        if player.is_live != self._ticks.isActive():
            (self._ticks.start if player.is_live else self._ticks.stop)()

    def _hold_width(self, whole: str) -> None:
        """Keep the line of time from growing and shrinking with the figures beside it."""
        widest = "".join("0" if sign.isdigit() else sign for sign in whole)
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance(f"{widest} / {widest}"))

    def _on_player_changed(self) -> None:
        self.track.show_marks(self.player.marks)
        show_icon(self.play, Icon.PAUSE if self.player.is_playing else Icon.RUN)
        self.play.setToolTip(
            tr("Stay here (F9)") if self.player.is_playing else tr("Play the run from here (F9)")
        )
        self.refresh()

    def _on_previous_clicked(self) -> None:
        self.player.step(-1)

    def _on_next_clicked(self) -> None:
        self.player.step(1)

    def _on_speed_activated(self, index: int) -> None:
        self.player.set_speed(SPEEDS[index])

    def _on_track_mark_wanted(self, mark: Mark) -> None:
        self.player.pause()
        self.player.session.show_moment(mark.seq)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the line of time keeps its room and the rest gives way."""
        self.speed.setVisible(self.width() >= ROOMY)
        self.time.setVisible(self.width() >= ROOMY - 100)
