from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.replay.marks import Sort
from flowdesk.gui.replay.player import Player
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, open_run, over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from flowdesk.gui.session import Session

PLAN = plan_of(bash("get"), bash("train"))


@pytest.fixture
def player(session: Session) -> Player:
    """Of a run that is over, in which the second task failed."""
    made = Player(session, session)
    open_run(
        session, PLAN, [*begun(), *ended("get", "success", seq=2), *ended("train", "failed", seq=4), over(6)]
    )
    return made


def test_without_a_run_there_is_no_time_to_go_through(session: Session) -> None:
    player = Player(session, session)
    player.play()
    player.step(1)
    player.step_seconds(1)
    assert (player.why_not(), player.is_playing) == ("No run is shown", False)


def test_one_goes_from_event_to_event_and_stays_within_the_run(player: Player) -> None:
    moments = []
    for by in (-1, -1, 1, -3, -9, 1, 9):
        player.step(by)
        moments.append(player.session.moment)
    assert moments == [5, 4, 5, 2, 1, 2, None]


def test_the_first_step_back_from_between_events_is_to_the_last_one(player: Player) -> None:
    player.session.show_moment(2)
    player.step_seconds(0.5)
    assert (player.at, player.session.moment) == (4.5, 4)
    player.step(-1)
    assert (player.at, player.session.moment) == (4.0, 4)


def test_seconds_before_the_begin_are_the_begin_and_after_the_end_is_now(player: Player) -> None:
    player.step_seconds(-99)
    assert player.session.view.task("get").tries == 1  # both events are of the first second
    player.step_seconds(99)
    assert player.session.moment is None


def test_failures_are_gone_through_and_their_task_selected(player: Player) -> None:
    player.session.select_task("")
    player.step_mark(Sort.FAILURE, -1)
    assert (player.session.moment, player.session.task) == (5, "train")
    player.step_mark(Sort.FAILURE, -1)
    assert player.session.moment == 5
    assert player.why_not_mark(Sort.FAILURE) == ""
    player.first()
    player.step_mark(Sort.FAILURE, 1)
    assert player.session.moment == 5


def test_a_run_that_is_over_is_played_from_its_begin_to_now(player: Player, qtbot: QtBot) -> None:
    player.set_speed(60.0)
    player.play()
    assert (player.is_playing, player.session.moment) == (True, 1)
    qtbot.waitUntil(lambda: player.session.moment is None)
    assert not player.is_playing


def test_whoever_takes_hold_of_the_time_stops_it(player: Player) -> None:
    player.play()
    player.step(1)
    assert not player.is_playing
