"""What every test of the window gets: a check that no thread outlives it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Fail the test if a QThread that ran Python in this test is still there after it.

    CPython lists a foreign thread once Python has run in it, and until it has ended.
    """
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before]
    assert not left, f"threads that outlive the test: {left}"
