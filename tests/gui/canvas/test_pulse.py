from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.pulse import Pulse

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("qapp")
def test_it_rests_until_something_runs_and_can_be_seen() -> None:
    pulse = Pulse()
    ticking = [pulse.is_ticking]
    for change in (
        partial(pulse.set_busy, is_busy=True),
        partial(pulse.set_seen, is_seen=False),
        partial(pulse.set_seen, is_seen=True),
        partial(pulse.set_busy, is_busy=False),
    ):
        change()
        ticking.append(pulse.is_ticking)
    assert ticking == [False, True, False, True, False]


def test_its_arc_turns(qtbot: QtBot) -> None:
    pulse, angles = Pulse(), list[float]()
    pulse.ticked.connect(angles.append)
    pulse.set_busy(is_busy=True)
    qtbot.waitUntil(lambda: len(angles) > 2)
    assert len(set(angles)) > 1


@pytest.mark.usefixtures("qapp")
def test_without_motion_it_only_counts_seconds() -> None:
    pulse = Pulse(is_animated=False)
    pulse.set_busy(is_busy=True)
    assert pulse._timer.interval() == 1000
