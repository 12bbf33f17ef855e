"""A terminal to start runs in that are about to be hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.runs import left_behind
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def terminal(tmp_path: Path, home: Path) -> Iterator[Terminal]:
    """A terminal in an empty folder, with a store of its own; nobody is left of what it has started."""
    with Terminal(tmp_path / "here") as here:
        yield here
    assert left_behind(home) == []
