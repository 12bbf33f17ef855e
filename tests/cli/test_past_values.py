from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.past_values import past_values
from flowdesk.errors import UsageError
from tests.builders import finish_run, start_run

if TYPE_CHECKING:
    from flowdesk.store.store import Store

FILE = "/pipelines/test.toml"


def test_only_the_latest_runs_count_oldest_first(store: Store) -> None:
    for number in range(3):
        finish_run(store, f"run_{number}")
    (series,) = past_values(store, FILE, "a", "score", limit=2).values()
    assert [(past.run.id, past.value) for past in series] == [("run_1", 0.5), ("run_2", 0.5)]


def test_a_run_without_the_value_has_its_place(store: Store) -> None:
    finish_run(store, "run_1")
    start_run(store, "run_2")
    (series,) = past_values(store, FILE, "a", "score", limit=9).values()
    assert [past.row is None for past in series] == [False, True]


def test_it_is_said_in_how_many_runs_nothing_was_pushed(store: Store) -> None:
    start_run(store, "run_1")
    start_run(store, "run_2")
    with pytest.raises(UsageError, match="'a' pushed no 'score' in the latest 2 runs of the file"):
        past_values(store, FILE, "a", "score", limit=9)
