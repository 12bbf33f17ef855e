from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.inspector.lineage import read_lineage
from flowdesk.store.rows import Pulled
from flowdesk.store.store import Store
from tests.builders import finish_run, start_run

if TYPE_CHECKING:
    from pathlib import Path


def test_push_and_pulls_are_told_with_try_and_argument(home: Path) -> None:
    with Store.open(home) as store:
        run = finish_run(store)
        (row,) = store.values(run)
        hands = read_lineage(store, "/pipelines/test.toml", row)
    assert [(hand.name, hand.try_number, hand.argument) for hand in hands] == [
        ("a", 1, None),
        ("b", 1, "score"),
    ]


def test_a_pull_in_a_later_run_is_told_with_that_run(home: Path) -> None:
    with Store.open(home) as store:
        run = finish_run(store)
        (row,) = store.values(run)
        start_run(store, "later")
        with store.transaction():
            pulls = [Pulled("before", 0, "a", "score", 1, source_run=run)]
            store.start_try("later", "b", 1, log="/logs/b.log", pulls=pulls)
        hands = read_lineage(store, "/pipelines/test.toml", row)
    assert [(hand.argument, hand.run.id if hand.run else None) for hand in hands] == [
        (None, None),
        ("score", None),
        ("before", "later"),
    ]


def test_pulls_of_another_try_or_key_are_left_out(home: Path) -> None:
    with Store.open(home) as store:
        run = finish_run(store)
        (row,) = store.values(run)
        assert len(read_lineage(store, "/pipelines/test.toml", row._replace(try_number=2))) == 1
        assert len(read_lineage(store, "/pipelines/test.toml", row._replace(key="other"))) == 1
