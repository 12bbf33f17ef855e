from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.followed import ALL, FollowedLog, LogHead
from flowdesk.plan.states import TryState
from flowdesk.store.rows import TryRow

if TYPE_CHECKING:
    from pathlib import Path


def a_try(number: int, folder: object = "") -> TryRow:
    return TryRow("r1", "t", number, TryState.FAILED, None, 1, None, None, f"{folder}/{number}.log", 1.0, 2.0)


def test_by_itself_the_last_try_is_read_whichever_that_is() -> None:
    log = FollowedLog("t")
    assert log.choose([]) == []
    assert log.choose([a_try(1)]) == [a_try(1)]
    assert log.choose([a_try(1), a_try(2)]) == [a_try(2)]


def test_a_chosen_try_is_kept_to_when_another_begins() -> None:
    log = FollowedLog("t", 1)
    assert log.choose([a_try(1), a_try(2)]) == [a_try(1)]


def test_a_try_that_is_not_there_yet_is_waited_for() -> None:
    assert FollowedLog("t", 3).choose([a_try(1), a_try(2)]) == []


def test_another_log_is_told_once() -> None:
    log = FollowedLog("t")
    assert log.follow([a_try(1)]) == LogHead("t", 1, "/1.log")
    assert log.follow([a_try(1)]) is None
    assert log.follow([a_try(1), a_try(2)]) == LogHead("t", 2, "/2.log")


def test_all_tries_are_read_one_after_the_other_and_a_new_one_is_added(tmp_path: Path) -> None:
    log = FollowedLog("t", ALL)
    for number in (1, 2, 3):
        (tmp_path / f"{number}.log").write_text(f"of {number}\n")
    assert log.follow([a_try(1, tmp_path), a_try(2, tmp_path)]) == LogHead("t", ALL, "")
    found = [log.read(), log.read(), log.read()]
    assert [growth and growth.number for growth in found] == [1, 2, None]
    assert log.follow([a_try(number, tmp_path) for number in (1, 2, 3)]) is None
    third = log.read()
    assert third is not None
    assert third.number == 3
