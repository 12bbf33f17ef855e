from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import begin

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


def test_without_any_run_it_says_so_and_succeeds(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("runs")
    assert told.code == 0
    assert told.err == "No runs yet. Start one: flowdesk run FILE\n"
    assert flowdesk("runs", "--json").out == "[]\n"


@pytest.mark.usefixtures("finished_run")
def test_runs_are_listed_newest_first(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "second", "train", path="/pipelines/b.toml")
    _, second, first = flowdesk("runs").out.splitlines()
    assert second.split()[:3] == ["2", "▶", "running"]
    assert first.split()[:3] == ["1", "✓", "success"]
    assert first.endswith("first")


@pytest.mark.usefixtures("finished_run")
def test_a_file_and_a_limit_narrow_the_list(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "second", "train", path="/pipelines/b.toml")
    assert [run["id"] for run in json.loads(flowdesk("runs", "/pipelines/a.toml", "--json").out)] == ["first"]
    assert [run["id"] for run in json.loads(flowdesk("runs", "--limit", "1", "--json").out)] == ["second"]


@pytest.mark.usefixtures("finished_run")
def test_json_has_the_whole_run(flowdesk: Callable[..., Told]) -> None:
    (run,) = json.loads(flowdesk("runs", "--json").out)
    assert run["number"] == 1
    assert run["state"] == "success"
    assert run["path"] == "/pipelines/a.toml"
    assert run["started_at"].endswith("+00:00")
