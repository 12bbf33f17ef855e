"""States of a store."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.servers import Server

NOBODY = 65534


@pytest.fixture(params=["sqlite", "postgresql", "mysql"])
def url(request: pytest.FixtureRequest) -> str | None:
    """The URL of a store that is still to be made, in each database in turn; None: the file of the home."""
    if request.param == "sqlite":
        return None
    server: Server = request.getfixturevalue(f"{request.param}_server")
    return server.empty_store()


@pytest.fixture
def store(home: Path, url: str | None) -> Iterator[Store]:
    """An empty store, opened for writing."""
    with Store.open(home, url=url, timeout=5) as opened:
        yield opened


@contextmanager
def unwritable(make: Callable[[Path], None]) -> Iterator[Path]:
    """A home, made by the function, that this process may read and not write, root or not."""
    outside = Path(tempfile.mkdtemp())  # pytest's own folder is closed to others than its user
    outside.chmod(0o755)
    home = outside / "home"
    make(home)
    (home / "flowdesk.db").chmod(0o444)
    home.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield home
    finally:
        if is_root:
            os.seteuid(0)
        home.chmod(0o755)
        shutil.rmtree(outside)


@pytest.fixture
def unwritable_home() -> Iterator[Path]:
    """A home with a store that this process may read and not write."""
    with unwritable(lambda home: Store.open(home).close()) as home:
        yield home
