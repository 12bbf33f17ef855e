from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowdesk.gui.replay.marks import Mark, Sort
from flowdesk.gui.replay.time_scale import TimeScale
from flowdesk.gui.replay.track import TimeTrack
from flowdesk.gui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def track(qapp: QApplication, qtbot: QtBot) -> TimeTrack:
    """Of a run of 100 seconds, shown at its end."""
    apply_theme(qapp, Scheme.LIGHT)
    made = TimeTrack()
    qtbot.addWidget(made)
    made.resize(424, 34)
    made.show()
    made.show_time(TimeScale(0.0, 100.0), 100.0, is_now=True)
    return made


def test_a_place_on_the_line_is_a_moment(track: TimeTrack) -> None:
    assert track.moment_at(track.place_of(30.0)) == pytest.approx(30.0)


def test_the_handle_is_dragged_to_a_moment(track: TimeTrack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(track.time_wanted) as told:
        QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(round(track.place_of(50.0)), 22))
    assert told.args[0] == pytest.approx(50.0, abs=0.5)


def test_a_mark_is_clicked_above_the_line(track: TimeTrack, qtbot: QtBot) -> None:
    mark = Mark(7, 40.0, Sort.FAILURE, "train")
    track.show_marks([mark])
    with qtbot.waitSignal(track.mark_wanted) as told:
        QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(round(track.place_of(40.0)), 8))
    assert told.args == [mark]


def test_where_marks_are_too_near_the_weightiest_is_shown(track: TimeTrack) -> None:
    retry, failure = Mark(7, 40.0, Sort.RETRY), Mark(8, 40.5, Sort.FAILURE)
    track.show_marks([retry, failure])
    assert track.mark_at(track.place_of(40.0)) is failure
    assert track.mark_at(track.place_of(60.0)) is None


def test_keys_go_through_the_time(track: TimeTrack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(track.step_wanted, check_params_cb=lambda by: by == -1):
        QTest.keyClick(track, Qt.Key.Key_Left)
    with qtbot.waitSignal(track.seconds_wanted, check_params_cb=lambda by: by == 1):
        QTest.keyClick(track, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignals([track.first_wanted, track.now_wanted, track.play_wanted]):
        for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space):
            QTest.keyClick(track, key)
