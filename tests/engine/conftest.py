"""What the tests of the engine share."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.in_process import InProcess
from flowdesk.executors.local import Local
from flowdesk.store.store import Store
from tests.engine.worlds import Bench
from tests.engine.written import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.executors.executor import Executor


@pytest.fixture
def bench(home: Path) -> Iterator[Bench]:
    """A store in which nothing has run yet."""
    with Store.open(home) as store:
        yield Bench(store, home)


@pytest.fixture(scope="module", params=[Local, InProcess])
def each_executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Each executor, kept for all tests of a file: they all run in folders of their own."""
    with closing(request.param()) as made:
        yield made


@pytest.fixture
def world(home: Path, tmp_path: Path, each_executor: Executor) -> Folder:
    """A folder in which no pipeline has been written yet."""
    (tmp_path / "here").mkdir()
    return Folder(home, tmp_path / "here", each_executor)
