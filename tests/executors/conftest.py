"""Executors of a test's own."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.in_process import InProcess
from flowdesk.executors.local import Local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.executors.executor import Executor


@pytest.fixture(params=[Local, InProcess])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Each executor that there is."""
    with closing(request.param()) as made:
        yield made


@pytest.fixture
def local() -> Iterator[Local]:
    """Worker processes that have little patience."""
    with closing(Local(4, grace=0.2)) as made:
        yield made
