"""A damaged file: one sentence with a way out, and the file left as it is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import FlowdeskError
from flowdesk.store.errors import StoreCorrupt, StoreMissing
from flowdesk.store.store import Store
from tests.builders import finish_run, start_run
from tests.faults.stores import told
from tests.store.conftest import unwritable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "header": lambda file: b"\xff" * 100 + file[100:],
    "first page": lambda file: file[:100] + b"\xaa" * (PAGE - 100) + file[PAGE:],
    "all but the header": lambda file: file[:100] + b"\xaa" * (len(file) - 100),
    "cut in half": lambda file: file[: len(file) // 2],
    "cut inside the first page": lambda file: file[:1000],
    "a text": lambda _: b"once upon a time " * 1000,
}


@pytest.fixture
def used_home(home: Path) -> Path:
    """A home with a store of thirty runs."""
    with Store.open(home) as store:
        for number in range(30):
            finish_run(store, f"run_{number}")
    return home


def use_all(store: Store) -> None:
    for run in store.runs():
        for ask in (store.tasks, store.tries, store.values, store.pulls, store.events, store.plan_text):
            ask(run.id)
    start_run(store, "new")


def open_and_use(home: Path, *, read_only: bool = False) -> None:
    with Store.open(home, read_only=read_only) as store:
        use_all(store)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_in_one_sentence_and_kept(used_home: Path, damage: str) -> None:
    path = used_home / "flowdesk.db"
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreCorrupt, match=r"(damaged|no store of flowdesk).*move") as refused:
            open_and_use(used_home, read_only=read_only)
        assert "\n" not in str(refused.value)
        assert str(path) in str(refused.value)
    assert path.read_bytes() == before


def test_any_page_of_garbage_is_told_or_is_not_needed(used_home: Path, tmp_path: Path) -> None:
    file = (used_home / "flowdesk.db").read_bytes()
    complaints = 0
    for start in range(PAGE, len(file), PAGE):
        hurt = tmp_path / "hurt"
        shutil.copytree(used_home, hurt)
        (hurt / "flowdesk.db").write_bytes(file[:start] + b"\x5a" * PAGE + file[start + PAGE :])
        try:
            open_and_use(hurt)
        except StoreCorrupt:
            complaints += 1
        shutil.rmtree(hurt)
    assert complaints > (len(file) // PAGE) // 2


def test_a_file_of_no_length_is_a_new_store(home: Path) -> None:
    home.mkdir()
    (home / "flowdesk.db").touch()
    with pytest.raises(StoreMissing):
        Store.open(home, read_only=True)
    with Store.open(home) as store:
        start_run(store)


@pytest.mark.parametrize("garbage", [b"", b"\0" * 10_000, b"\x5a" * 10_000, b"7" * 31])
def test_garbage_for_a_wal_hides_nothing_that_is_in_the_file(used_home: Path, garbage: bytes) -> None:
    (used_home / "flowdesk.db-wal").write_bytes(garbage)
    with Store.open(used_home) as store:
        assert len(store.runs()) == 30
        use_all(store)


def test_a_shared_memory_of_garbage_is_made_anew(used_home: Path) -> None:
    (used_home / "flowdesk.db-shm").write_bytes(b"\x5a" * 40_000)
    with Store.open(used_home) as store:
        use_all(store)


def test_a_store_that_may_not_be_written_is_read_and_every_write_refused_in_a_sentence() -> None:
    def make(home: Path) -> None:
        with Store.open(home) as store:
            finish_run(store)

    with unwritable(make) as home:
        with Store.open(home, read_only=True) as store:
            assert len(told(store)) == 7
            with pytest.raises(FlowdeskError, match="for reading only"):
                start_run(store)
        with pytest.raises(FlowdeskError, match="cannot be written; change its permissions"):
            Store.open(home)
