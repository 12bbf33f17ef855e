from __future__ import annotations

from flowdesk.gui.followed import FollowedLog
from flowdesk.plan.states import TryState
from flowdesk.store.rows import TryRow


def a_try(number: int) -> TryRow:
    return TryRow("r1", "t", number, TryState.FAILED, None, 1, None, None, f"/{number}.log", 1.0, 2.0)


def test_by_itself_the_last_try_is_read_whichever_that_is() -> None:
    log = FollowedLog("t")
    assert log.choose([]) is None
    assert log.choose([a_try(1)]) == a_try(1)
    assert log.choose([a_try(1), a_try(2)]) == a_try(2)


def test_a_chosen_try_is_kept_to_when_another_begins() -> None:
    log = FollowedLog("t", 1)
    assert log.choose([a_try(1), a_try(2)]) == a_try(1)


def test_a_try_that_is_not_there_yet_is_waited_for() -> None:
    assert FollowedLog("t", 3).choose([a_try(1), a_try(2)]) is None
