"""What the tests of the engine share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store
from tests.engine.worlds import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def bench(home: Path) -> Iterator[Bench]:
    """A store in which nothing has run yet."""
    with Store.open(home) as store:
        yield Bench(store, home)
