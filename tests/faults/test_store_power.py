"""The power goes: whatever was committed is there, whatever was not is not, and the file is whole.

With `synchronous=FULL`, SQLite returns from a commit when the WAL is on the disk; what a cut may take is its
tail after that, at any byte, and it may leave garbage there.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.store import Store
from tests.faults.stores import VERBS, check_sound, committed_lives, copied, told
from tests.store.raw import connection

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.plan.events import Event

WAL = "flowdesk.db-wal"


def test_what_was_committed_is_there_after_a_cut_at_any_commit(home: Path, tmp_path: Path) -> None:
    for step, store in enumerate(committed_lives(home)):
        before = told(store)
        with Store.open(copied(store, tmp_path / str(step))) as again:
            assert told(again) == before
            check_sound(again)


def test_what_was_not_committed_is_not_there_after_a_cut_between_any_two_verbs(
    home: Path, tmp_path: Path
) -> None:
    with Store.open(home) as store:
        connection(store).execute("PRAGMA cache_spill = 1")  # writes to the WAL before the commit
        connection(store).execute("PRAGMA cache_size = 1")
        with store.transaction():
            VERBS[0](store)
        before = told(store)
        with store.transaction():
            for step, verb in enumerate(VERBS[1:]):
                verb(store)
                with Store.open(copied(store, tmp_path / str(step))) as again:
                    assert told(again) == before
                    check_sound(again)


def wal_sizes(home: Path) -> tuple[list[int], list[list[Event]]]:
    """How long the WAL was after each commit, and all that was told by then."""
    sizes, events = [], []
    for store in committed_lives(home):
        sizes.append((home / WAL).stat().st_size)
        events.append(told(store))
        if len(sizes) == len(VERBS):
            copied(store, home / "cut")
    return sizes, events


@pytest.mark.parametrize("after", [b"", b"\0" * 5000, b"\xa5" * 5000], ids=["nothing", "zeros", "garbage"])
def test_a_wal_cut_anywhere_holds_all_commits_before_the_cut(
    home: Path, tmp_path: Path, after: bytes
) -> None:
    sizes, events = wal_sizes(home)
    wal = (home / "cut" / WAL).read_bytes()
    again = tmp_path / "again"
    # Around every commit, and at a stride that is no divisor of a frame's length.
    cuts = {size + more for size in sizes for more in (-1, 0, 1, 30)} | set(range(sizes[0], len(wal), 9973))
    assert len(cuts) > 60
    for cut in sorted(cuts):
        shutil.copytree(home / "cut", again)
        (again / WAL).write_bytes(wal[:cut] + after)
        with Store.open(again) as store:
            committed = sum(size <= cut for size in sizes)
            # Where a byte is cut off and the same byte follows, nothing is lost.
            at_most = committed + (1 if after and cut + 1 in sizes else 0)
            assert told(store) in [[], *events][committed : at_most + 1]
            check_sound(store)
        shutil.rmtree(again)
