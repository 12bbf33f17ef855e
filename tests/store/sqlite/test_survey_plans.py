"""Which indexes SQLite goes by where it is asked about many runs at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.database import FILE_NAME
from flowdesk.store.queries import named
from flowdesk.store.sqlite.opening import open_for_writing
from flowdesk.store.store import Store
from tests.builders import finish_run

if TYPE_CHECKING:
    from pathlib import Path

OF_KEY = (
    "SEARCH xcoms USING INDEX xcoms_of_key (run=? AND task=? AND xcom_key=? AND map_index>? AND map_index<?)"
)
WAYS = {
    "runs_to_list": ["SEARCH runs USING INDEX runs_of_path (path=? AND number<?)"],
    "count_of_runs": ["SEARCH runs USING COVERING INDEX runs_of_path (path=?)"],
    "count_of_tasks": ["SEARCH tasks USING PRIMARY KEY (run=?)"],
    "cells_of_runs": [
        "SEARCH runs USING COVERING INDEX runs_of_path (path=? AND number>? AND number<?)",
        "SEARCH tasks USING PRIMARY KEY (run=?)",
        "SEARCH tries USING PRIMARY KEY (run=? AND task=? AND map_index=? AND number=?)",
    ],
    "task_over_runs": [
        "SEARCH runs USING COVERING INDEX runs_of_path (path=? AND number>?)",
        "SEARCH tasks USING PRIMARY KEY (run=? AND task=? AND map_index=?)",
    ],
    "key_over_runs": [
        "SEARCH runs USING INDEX runs_of_path (path=? AND number>?)",
        OF_KEY,
    ],
    "values_of_key": [
        OF_KEY,
    ],
    "events_of_run": ["SEARCH events USING INDEX events_of_run (run=? AND seq>?)"],
    "values_of_run": ["SEARCH xcoms USING INDEX xcoms_of_run (run=? AND seq>?)"],
}
"""Of listing runs, opening one, a grid, and what a task or a key was over runs."""


@pytest.mark.parametrize("name", WAYS)
def test_what_the_window_asks_goes_by_an_index(name: str, home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store)
    sql = named("sqlite")[name].sql
    parameters = dict.fromkeys(re.findall(r":(\w+)", sql))
    connection = open_for_writing(home / FILE_NAME, timeout=5)
    steps = [
        row[3].removesuffix(" LEFT-JOIN")
        for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
    ]
    connection.close()
    assert [step for step in WAYS[name] if step not in steps] == [], steps
