"""The collector rests inside, and is what it was afterwards, whatever happens."""

from __future__ import annotations

import gc

import pytest

from flowdesk.model.garbage import uncollected


def test_the_collector_rests_inside_and_works_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_error_inside_does_not_leave_it_off() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        _ = 1 / 0
    assert gc.isenabled()
