from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


def test_it_says_where_runs_are_and_how_many(
    finished_run: str, flowdesk: Callable[..., Told], home: Path
) -> None:
    told = flowdesk("store", "info", "--json")
    found = json.loads(told.out)
    assert (finished_run, found["store"], found["runs"]) == ("first", str(home / "flowdesk.db"), 1)
    assert found["server"].startswith("SQLite 3")
    assert "runs                   1\n" in flowdesk("store", "info").out


def test_the_store_that_a_file_names_is_meant(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text('[pipeline]\nname = "p"\n[store]\nurl = "sqlite:///kept/runs.db"\n')
    told = flowdesk("store", "info", str(file))
    assert (told.code, told.out) == (2, "")
    assert f"there is no store at {tmp_path / 'kept' / 'runs.db'}" in told.err
