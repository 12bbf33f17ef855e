"""A cancel acts once, and never in the middle of a message."""

from __future__ import annotations

import pytest

from flowdesk.executors.worker.cancellation import Cancellation, Cancelled, interrupt


def test_a_cancel_acts_on_what_is_under_way() -> None:
    cancellation = Cancellation()
    with pytest.raises(Cancelled), cancellation.acting(interrupt):
        cancellation.request()


def test_a_cancel_that_came_before_acts_at_once() -> None:
    cancellation = Cancellation()
    cancellation.request()
    with pytest.raises(Cancelled), cancellation.acting(interrupt):
        pytest.fail("it went on")


def test_a_cancel_acts_only_once() -> None:
    cancellation = Cancellation()
    seen: list[int] = []
    with cancellation.acting(lambda: seen.append(1)):
        cancellation.request()
        cancellation.request()
    assert seen == [1]


def test_a_cancel_waits_for_the_end_of_a_message() -> None:
    cancellation = Cancellation()
    seen: list[str] = []
    with cancellation.acting(lambda: seen.append("cancelled")):
        with cancellation.held():
            cancellation.request()
            seen.append("sent")
        assert seen == ["sent", "cancelled"]


def test_a_cancel_with_nothing_under_way_has_not_acted() -> None:
    cancellation = Cancellation()
    cancellation.request()
    assert cancellation.requested
    assert not cancellation.acted
