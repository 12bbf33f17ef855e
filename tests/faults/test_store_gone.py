"""The store is deleted or moved while a run is recorded in it: noticed at the next commit, not at the end."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import TaskState
from flowdesk.store.errors import StoreGone
from flowdesk.store.store import Store
from tests.builders import start_run
from tests.faults.stores import check_sound, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def replace(home: Path) -> None:
    home.rename(home.with_name("before"))
    Store.open(home).close()


WAYS: dict[str, Callable[[Path], object]] = {
    "file deleted": lambda home: (home / "flowdesk.db").unlink(),
    "WAL deleted": lambda home: (home / "flowdesk.db-wal").unlink(),
    "file moved": lambda home: (home / "flowdesk.db").rename(home / "moved.db"),
    "folder deleted": shutil.rmtree,
    "folder moved": lambda home: home.rename(home.with_name("moved")),
    "folder replaced": replace,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_store_that_went_is_noticed_at_the_next_commit(home: Path, way: str) -> None:
    with Store.open(home) as store:
        start_run(store)
        WAYS[way](home)
        with pytest.raises(StoreGone, match=r"was deleted or moved while it was in use"), store.transaction():
            store.move_task("run_1", "a", TaskState.SKIPPED)


@pytest.mark.parametrize("way", [way for way in WAYS if way != "WAL deleted"])
def test_who_only_looks_notices_it_too(home: Path, way: str) -> None:
    with Store.open(home) as store, Store.open(home, read_only=True) as reader:
        start_run(store)
        assert reader.changed_elsewhere()
        WAYS[way](home)
        with pytest.raises(StoreGone):
            reader.changed_elsewhere()


def test_a_store_that_was_put_back_goes_on(home: Path) -> None:
    with Store.open(home) as store:
        start_run(store)
        home.rename(home.with_name("away"))
        with pytest.raises(StoreGone), store.transaction():
            store.move_task("run_1", "a", TaskState.SKIPPED)
        home.with_name("away").rename(home)
        with store.transaction():
            store.move_task("run_1", "a", TaskState.SKIPPED)
        assert len(told(store)) == 2
        check_sound(store)
